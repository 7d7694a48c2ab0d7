import {
  type AgreementProgress,
  entryRuleIn,
  partiesOfAgreement,
  type PartyStatus,
  progressAfter,
} from './agreement-progress.ts';
import { type Dated, happenedBy, inOrder, notWithdrawn, type Step, stepOf } from './lifecycle-step.ts';
import {
  type AgreementStatus,
  type Binding,
  bindingOf,
  certainlyBy,
  type partyStatuses,
  possiblyBy,
  statusAmong,
  statusOfParty,
} from './in-force.ts';
import type { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** An agreement at the end of a day: as a whole, or between two of its parties. */
export interface Agreement {
  readonly id: string;
  readonly stream: string;
  readonly title: string | null;
  readonly status: AgreementStatus;
  /** Whether the status is the same whatever the exact dates. */
  readonly certain: boolean;
  readonly parties: readonly AgreementParty[];
  /** The rule on its entry into force, where one is known. */
  readonly entryIntoForce: EntryIntoForce | null;
  readonly enteredIntoForce: Dated | null;
  readonly amendments: AgreementProgress['amendments'];
  readonly terminated: Dated | null;
  readonly summary: string | null;
  readonly events: readonly Step[];
}

/**
 * A party to an agreement, and the ground on which it has entered into force for the party; `null`: it is not known to
 * have.
 */
export type AgreementParty = PartyStatus & {
  readonly status: (typeof partyStatuses)[number];
  readonly inForce: Binding | null;
};

/**
 * Returns an agreement at the end of a day (`YYYY-MM-DD`), from its history in any order; `between` two of its parties,
 * or as a whole. `undefined`: nothing of it had happened by then, or the two are not both known to be its parties.
 */
export function agreementOn(
  day: string,
  history: readonly LifecycleEvent[],
  between?: readonly string[],
): Agreement | undefined {
  const known = inOrder(notWithdrawn(history));
  const [first] = known;
  const { possibly, certainly } = happenedBy(day, history);
  const unconfirmed = !known.some(({ modality }) => modality === 'held');
  if (first === undefined || (possibly.length === 0 && !unconfirmed)) return undefined;
  const parties = partiesOfAgreement(known);
  const among = between ?? parties;
  if (!among.every((party) => parties.includes(party))) return undefined;
  const rule = entryRuleIn(known);
  const hasCome = possiblyBy(day);
  const agreement = progressAfter(possibly, partiesOfAgreement(unconfirmed ? known : possibly), rule);
  const status = statusAmong(among, agreement, hasCome);
  const surely = statusAmong(among, progressAfter(certainly, partiesOfAgreement(certainly), rule), certainlyBy(day));
  const { entered, enteredByRule } = agreement;
  return {
    id: first.stream.slice('agreement/'.length),
    stream: first.stream,
    title: titleOf(known),
    status: unconfirmed ? 'unconfirmed' : status,
    certain: unconfirmed || status === surely,
    parties: [...agreement.parties.values()].map((party) => ({
      ...party,
      status: statusOfParty(party, agreement, hasCome),
      inForce: bindingOf(party, agreement, hasCome) ?? null,
    })),
    entryIntoForce: rule?.rule ?? null,
    enteredIntoForce: entered ?? (enteredByRule !== null && hasCome(enteredByRule) ? enteredByRule : null),
    amendments: agreement.amendments,
    terminated: agreement.terminated,
    summary: known.map(({ summary }) => summary).findLast((summary) => summary !== undefined) ?? null,
    events: known.map(stepOf),
  };
}

/** Returns the agreement's title; an amendment has its own. */
function titleOf(known: readonly LifecycleEvent[]): string | null {
  const titleIn = (type: string) => known.findLast((event) => event.type === type && event.title !== undefined)?.title;
  return titleIn('AgreementSigned') ?? titleIn('AgreementNegotiated') ?? null;
}
