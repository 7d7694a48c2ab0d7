import { chunksOf } from '#shared/chunks.ts';
import { partyCodes } from '#shared/domain/parties/party-aliases.ts';
import { statePeriods } from '#shared/domain/parties/state-periods.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { maxItemBytes, requireItemFits } from '#shared/ledger/commit-limits.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import { stateKey } from '#shared/ledger/decisions.ts';
import { maxInlineStateBytes, maxStateBytes, storedState } from '#shared/ledger/stream-state.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { appending } from '#tests/support/appending.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

const longest = '2025-01-13%/2025-02-18%';
const stateBytes = async (ledger: Ledger, stream: string): Promise<number> =>
  Buffer.byteLength((await ledger.head(stream))?.state ?? '');

describe('the state of a stream', () => {
  const person = { id: `person:${'a'.repeat(73)}`, name: 'x'.repeat(120) };
  const mission = as('BGD:sender', 'PAK:receiver');
  const step = (type: Parameters<typeof sampleEvent>[0], more: object = {}): NewEvent =>
    sampleEvent(type, { occurred: longest, ...more });
  const envoy = { participants: mission.participants.map((some) => ({ ...some, ...(some.role === 'sender' && { person }) })) };

  it.each<[string, NewEvent[]]>([
    ['visit/old', [step('VisitAnnounced', { plannedFor: longest }), step('VisitPostponed', { plannedFor: longest }), step('VisitConducted'), step('VisitConcluded')]],
    ['mission/BGD-PAK', [step('MissionOpened', mission), step('AmbassadorNominated', envoy), step('CredentialsPresented', envoy), step('AmbassadorNominated', envoy)]],
    ['measure/old', [step('SanctionImposed'), step('RestrictionEased'), step('SanctionLifted')]],
    ['relation/BGD-PAK', [step('RelationsEstablished'), step('RelationsSevered'), step('MeetingHeld')]],
    ['country/BGD', [step('ContextEventRecorded', { kind: 'election', ...as('BGD:subject') })]],
  ])('does not grow with its age: %s', async (stream, events) => {
    const { ledger } = inMemoryStores();
    const append = appending(ledger);
    for (const event of events) await append({ stream, events: [event] });
    const young = await stateBytes(ledger, stream);
    for (let year = 0; year < 200; year += 1) {
      const planned = events.map((event) => ({ ...event, modality: 'planned', summary: `${year}` }) as NewEvent);
      await append({ stream, events: planned });
    }
    expect(await stateBytes(ledger, stream)).toBe(young);
    expect(young).toBeLessThan(1024);
  });
}); // prettier-ignore

contract('an agreement of many parties', (fresh) => {
  const stream = 'agreement/open-to-all';
  let stores: ContractStores;
  let append: ReturnType<typeof appending>;
  beforeEach(async () => {
    stores = await fresh();
    append = appending(stores.ledger);
  });

  const codes = [...partyCodes].filter(
    (code) => statePeriods[code]?.periods.every(({ to }) => to !== undefined) !== true,
  );
  type AgreementType = 'AgreementSigned' | 'AgreementRatified' | 'AgreementEnteredIntoForce' | 'AgreementSuspended' | 'AgreementResumed' | 'AgreementDenounced'; // prettier-ignore
  const act = (type: AgreementType, parties: readonly string[], more: object = {}): NewEvent =>
    sampleEvent(type, {
      participants: parties.map((party) => ({ party, role: 'signatory' })),
      occurred: longest,
      ...(type === 'AgreementSigned' && { title: 'Open to all' }),
      ...more,
    });
  /** All parties there are do the same, so many at a time. */
  const byAll = async (type: AgreementType, more: object = {}) => {
    for (const some of chunksOf(codes, 30)) await append({ stream, events: [act(type, some, more)] });
  };

  it('keeps what it remembers of them apart from the commits, and decides by it', async () => {
    await byAll('AgreementSigned');
    expect(codes.length).toBeGreaterThan(200);
    expect(await stateBytes(stores.ledger, stream)).toBeLessThanOrEqual(4096);
    const [first = '', second = ''] = codes;
    const again = append({ stream, events: [act('AgreementSigned', [first], { occurred: '2025-03' })] });
    await expect(again).rejects.toMatchObject({ rule: 'agreement-already-signed' });
    await append({ stream, events: [act('AgreementRatified', [second])] });
    const twice = append({ stream, events: [act('AgreementRatified', [second], { occurred: '2025-03' })] });
    await expect(twice).rejects.toMatchObject({ rule: 'agreement-already-ratified' });
    const negotiated = sampleEvent('AgreementNegotiated', { participants: as(`${first}:signatory`, `${second}:signatory`).participants }); // prettier-ignore
    await append({ stream, events: [negotiated] });
    expect(await verify(storedRecord(stores))).toMatchObject({ unsequenced: Math.ceil(codes.length / 30) + 2 });
  });

  it('has room for every party that there is and everything that it may do', async () => {
    const acts = ['AgreementSigned', 'AgreementRatified', 'AgreementEnteredIntoForce', 'AgreementSuspended', 'AgreementResumed'] as const; // prettier-ignore
    for (const type of acts) await byAll(type);
    await byAll('AgreementDenounced', { effective: longest });
    expect(await stateBytes(stores.ledger, stream)).toBeLessThanOrEqual(4096);
    const state = (await stores.ledger.decisions([stateKey(stream)])).get(stateKey(stream));
    expect(Buffer.byteLength(state?.data ?? '')).toBeGreaterThan(40_000);
    expect(Buffer.byteLength(state?.data ?? '')).toBeLessThan(maxStateBytes);
  });

  it('is decided anew when its state was written in between', async () => {
    for (const some of chunksOf(codes.slice(30), 30)) await append({ stream, events: [act('AgreementSigned', some)] });
    const last = codes.slice(0, 30);
    let once = true;
    const late: Ledger = {
      ...stores.ledger,
      head: async (of) => {
        const head = await stores.ledger.head(of);
        if (once) {
          once = false;
          await append({ stream, events: [act('AgreementSigned', last)] });
        }
        return head;
      },
    };
    const twice = appending(late)({ stream, events: [act('AgreementSigned', last, { occurred: '2025-03' })] });
    await expect(twice).rejects.toMatchObject({ rule: 'agreement-already-signed' });
  });
});

it('a state that is larger than a decider may have is refused, and the limit named', () => {
  const decider = deciderFor('agreement/any');
  const holding = (bytes: number) => () => storedState(decider, 'agreement/any', undefined, ['x'.repeat(bytes - 2)]);
  expect(holding(maxInlineStateBytes)().changes).toEqual([]);
  expect(holding(maxInlineStateBytes + 1)().changes).toHaveLength(1);
  expect(holding(maxStateBytes)).not.toThrow();
  expect(holding(maxStateBytes + 1)).toThrow(`at most ${maxStateBytes} bytes`);
});

it('a commit whose item would be too large is refused, and the limit named', () => {
  const commit = (events: string) => ({ stream: 's', version: 1, count: 1, events, previousHash: '', hash: '', commitId: '', state: '', committedAt: '' }); // prettier-ignore
  const own = Object.entries(commit('')).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);
  expect(() => requireItemFits(commit('x'.repeat(maxItemBytes - own)))).not.toThrow();
  expect(() => requireItemFits(commit('x'.repeat(maxItemBytes - own + 1)))).toThrow(`at most ${maxItemBytes} bytes`);
});
