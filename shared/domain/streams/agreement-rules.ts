import { RuleViolated } from './decider.ts';
import {
  type Act,
  type Acts,
  actOf,
  type Agreement,
  type AgreementEvent,
  hasLeft,
  signatoriesOf,
} from './agreement-acts.ts';
import { plainlyBefore } from './milestone.ts';

/** Refuses an event that contradicts what is known of an agreement at its date; throws RuleViolated. */
export function refuseContradiction(event: AgreementEvent, agreement: Agreement): void {
  refuseTerminated(event, agreement);
  const act = actOf[event.type];
  for (const party of signatoriesOf(event)) refuseAfterDenunciation(party, act, event.occurred, agreement);
  if (act === 'ratified') refuseStrangers(event, agreement);
  if (act !== undefined) refuseDoneAlready(act, event, agreement);
  if (act === 'resumed') refuseNeverSuspended(event, agreement);
  if (act === 'revoked') refuseRevocation(event, agreement);
  if (act === 'withdrawn') refuseWithdrawal(event, agreement);
}

function refuseTerminated({ type, occurred }: AgreementEvent, { terminated, until = terminated }: Agreement): void {
  if (terminated === undefined || until === undefined) return;
  const held = `the stream holds: terminated ${terminated}${until === terminated ? '' : `, with effect from ${until}`}`;
  if (type === 'AgreementTerminated') {
    throw new RuleViolated(
      'agreement-already-terminated',
      `The agreement has already been terminated: another date of it is a correction; ${held}`,
    );
  }
  if (!plainlyBefore(occurred, until)) {
    throw new RuleViolated('agreement-terminated', `${type} cannot follow the end of the agreement; ${held}`);
  }
}

/** A party that has left may accede anew, or revoke its denunciation. */
function refuseAfterDenunciation(party: string, act: Act | undefined, occurred: string, agreement: Agreement): void {
  if (act === 'acceded' || act === 'denounced' || act === 'revoked') return;
  if (!hasLeft(agreement.parties[party] ?? {}, occurred)) return;
  refuse(
    'agreement-denounced',
    `${party} has denounced the agreement and has to accede anew first`,
    [party],
    agreement,
  );
}

function refuseStrangers(event: AgreementEvent, agreement: Agreement): void {
  const signatories = Object.keys(agreement.parties).filter((party) => agreement.parties[party]?.signed !== undefined);
  const stranger = signatoriesOf(event).find((party) => !signatories.includes(party));
  if (signatories.length === 0 || stranger === undefined) return;
  throw new RuleViolated(
    'not-a-signatory',
    `${stranger} is not among the signatories: it signs or accedes; the stream holds: signed by ${signatories.join(', ')}`,
  );
}

/**
 * What each party that the event names has done already; an event that says something new of one of them is recorded.
 */
function refuseDoneAlready(act: Act, event: AgreementEvent, agreement: Agreement): void {
  const named = signatoriesOf(event);
  if (!named.every((party) => isDone(act, agreement.parties[party] ?? {}, event.occurred))) return;
  const what = act === 'revoked' ? 'denunciation' : act === 'withdrawn' ? 'ratification' : 'agreement';
  const why = `The ${what} is already ${act} ${act === 'in force' ? 'for' : 'by'} ${named.join(', ')}`;
  refuse(`${what}-already-${act.replaceAll(' ', '-')}`, why, named, agreement);
}

function isDone(act: Act, acts: Acts, occurred: string): boolean {
  switch (act) {
    case 'signed':
    case 'in force':
    case 'denounced':
    case 'revoked':
    case 'withdrawn':
    case 'applied provisionally':
      return acts[act] !== undefined;
    case 'ratified':
    case 'acceded':
    case 'succeeded':
      return (acts.ratified ?? acts.acceded ?? acts.succeeded) !== undefined && !hasLeft(acts, occurred);
    case 'suspended':
    case 'resumed': {
      const known = acts[act];
      return known !== undefined && !plainlyBefore(occurred, known);
    }
  }
}

function refuseNeverSuspended(event: AgreementEvent, agreement: Agreement): void {
  const named = signatoriesOf(event);
  const { parties } = agreement;
  if (named.some((party) => (parties[party]?.suspended ?? parties[party]?.resumed) !== undefined)) return;
  refuse(
    'agreement-not-suspended',
    `${named.join(', ')} has not suspended the agreement: record the suspension first`,
    named,
    agreement,
  );
}

/** A denunciation is revoked before it takes effect (Vienna Convention on the Law of Treaties, Article 68). */
function refuseRevocation(event: AgreementEvent, agreement: Agreement): void {
  const named = signatoriesOf(event);
  const acts = named.map((party) => agreement.parties[party] ?? {});
  if (acts.every(({ denounced }) => denounced === undefined)) {
    const why = `${named.join(', ')} has not denounced the agreement`;
    refuse('agreement-not-denounced', why, named, agreement);
  }
  if (acts.every(({ until }) => until !== undefined && plainlyBefore(until, event.occurred))) {
    refuse('denunciation-in-effect', 'A denunciation that has taken effect is not revoked', named, agreement);
  }
}

/** A ratification is withdrawn before the agreement has entered into force; afterwards it is denounced. */
function refuseWithdrawal(event: AgreementEvent, agreement: Agreement): void {
  const named = signatoriesOf(event);
  const acts = named.map((party) => agreement.parties[party] ?? {});
  if (acts.every(({ ratified }) => ratified === undefined)) {
    const why = `${named.join(', ')} has not ratified the agreement`;
    refuse('agreement-not-ratified', why, named, agreement);
  }
  const inForce = acts.every((known) => known['in force'] !== undefined && plainlyBefore(known['in force'], event.occurred)); // prettier-ignore
  if (inForce) refuse('agreement-in-force', 'An agreement in force is denounced', named, agreement);
}

function refuse(rule: string, why: string, named: readonly string[], { parties }: Agreement): never {
  const held = named.map((party) => `${party} ${actsInWords(parties[party] ?? {})}`);
  throw new RuleViolated(rule, `${why}; the stream holds: ${held.join('; ')}`);
}

const actsInWords = (acts: Acts): string =>
  Object.entries(acts)
    .map(([act, date]) => `${act} ${date}`)
    .join(', ') || 'nothing';
