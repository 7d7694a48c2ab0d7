import { beforeEach, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { contract } from '#tests/support/store-contract.ts';

const relation = 'relation/BGD-PAK';
const met = 'relation.BGD-PAK.1';
const dhaka = 'visit/dhaka';
const visited = 'visit.dhaka.1';
const correction = (type: string, of: string, more: object = {}): NewEvent => NewEvent.parse({ type, of, ...more });
const retracted = (of: string) => correction('EventRetracted', of, { reason: 'false' });
const merged = (of: string, into: string) => correction('EventsMerged', of, { into });
const attached = (publisher: string) => correction('ReportAttached', met, { report: { publisher } });

/** A ledger of a writer in whose way others come once, after it has decided and before it writes. */
function interrupted(ledger: Ledger, meanwhile: () => Promise<unknown>): Ledger {
  let once: (() => Promise<unknown>) | undefined = meanwhile;
  return {
    ...ledger,
    put: async (commit, changes) => {
      const work = once;
      once = undefined;
      await work?.();
      return ledger.put(commit, changes);
    },
  };
}

contract('corrections at the same moment', (fresh) => {
  let ledger: Ledger;
  let append: ReturnType<typeof appending>;

  /** A meeting, and a visit that was recorded later. */
  beforeEach(async () => {
    ({ ledger } = await fresh());
    append = appending(ledger);
    await append({ stream: relation, events: [meeting()] });
    await append({ stream: dhaka, events: [visit()] });
  });

  const versionOf = async (stream: string) => (await ledger.head(stream))?.version;
  /** Appends first while the other comes in between. */
  const race = async (first: Parameters<typeof append>[0], other: Parameters<typeof append>[0]) =>
    appending(interrupted(ledger, async () => append(other)))(first);

  it('that attach the same report record it once', async () => {
    const request = { stream: relation, events: [attached('Dawn')] };
    expect(await race(request, request)).toEqual({ stream: relation, version: 2, versions: [] });
    expect(await versionOf(relation)).toBe(2);
  });

  it('that attach the same report, many at once, record it once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, async () => append({ stream: relation, events: [attached('Dawn')] })),
    );
    expect(all.filter(({ versions }) => versions.length > 0)).toHaveLength(1);
    expect(await versionOf(relation)).toBe(2);
  });

  it('that are unsound together are not both recorded', async () => {
    const parties = (...codes: string[]) => codes.map((party) => ({ party, role: 'participant' }));
    const withRussia = correction('EventCorrected', met, {
      changes: { participants: parties('BGD', 'PAK', 'RUS') },
    });
    const date = (occurred: string) => correction('EventDateRefined', met, { occurred });
    await append({ stream: relation, events: [date('2024')] });
    const refused = race({ stream: relation, events: [date('1985')] }, { stream: relation, events: [withRussia] });
    await expect(refused).rejects.toMatchObject({ rule: 'party-not-in-existence' });
    expect(await versionOf(relation)).toBe(3);
  });

  it('of an event that is retracted in between are refused', async () => {
    const refused = race(
      { stream: relation, events: [attached('Dawn')] },
      { stream: relation, events: [retracted(met)] },
    );
    await expect(refused).rejects.toMatchObject({ rule: 'event-withdrawn' });
  });

  it('retract an event once, and say so twice', async () => {
    const request = { stream: relation, events: [retracted(met)] };
    expect(await race(request, request)).toMatchObject({ version: 2, versions: [] });
  });

  it.each([0, 1])(
    'a merge and the retraction of its target in another stream do not both stand (%s)',
    async (first) => {
      const requests = [
        { stream: dhaka, expectedVersion: 1, events: [merged(visited, met)] },
        { stream: relation, expectedVersion: 1, events: [retracted(met)] },
      ] as const;
      const [one, other] = first === 0 ? requests : requests.toReversed();
      await expect(race(one ?? {}, one === undefined ? {} : other)).rejects.toMatchObject({
        rule: first === 0 ? 'event-withdrawn' : 'retraction-of-merge-target',
      });
      expect([await versionOf(dhaka), await versionOf(relation)]).toEqual(first === 0 ? [1, 2] : [2, 1]);
    },
  );

  it('a merge and the retraction of its target race fairly', async () => {
    const outcomes = await Promise.allSettled([
      append({ stream: dhaka, events: [merged(visited, met)] }),
      append({ stream: relation, events: [retracted(met)] }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('an event that others were merged into is merged further, and not retracted', async () => {
    await append({ stream: 'visit/late', events: [visit()] });
    await append({ stream: 'visit/late', events: [merged('visit.late.1', visited)] });
    await expect(append({ stream: dhaka, events: [retracted(visited)] })).rejects.toMatchObject({
      rule: 'retraction-of-merge-target',
    });
    expect(await append({ stream: dhaka, events: [merged(visited, met)] })).toMatchObject({ version: 2 });
    await append({ stream: 'visit/later', events: [visit()] });
    const intoMerged = append({ stream: 'visit/later', events: [merged('visit.later.1', visited)] });
    await expect(intoMerged).rejects.toMatchObject({ rule: 'event-withdrawn' });
  });

  it('within one commit are judged one after the other', async () => {
    await append({ stream: relation, events: [meeting()] });
    const second = 'relation.BGD-PAK.2';
    const both = append({ stream: relation, events: [merged(second, met), retracted(met)] });
    await expect(both).rejects.toMatchObject({ rule: 'retraction-of-merge-target' });
    const reversed = append({ stream: relation, events: [retracted(met), merged(second, met)] });
    await expect(reversed).rejects.toMatchObject({ rule: 'event-withdrawn' });
    const after = append({ stream: relation, events: [retracted(met), attached('Dawn')] });
    await expect(after).rejects.toMatchObject({ rule: 'event-withdrawn' });
    expect(await append({ stream: relation, events: [attached('Dawn'), attached('Dawn')] })).toMatchObject({
      versions: [3],
    });
  });

  it('of as many events as fit into one transaction are recorded together, and of one more refused', async () => {
    await append({ stream: relation, events: Array.from({ length: 99 }, () => meeting()) });
    const corrected = (count: number) =>
      Array.from({ length: count }, (_, index) => correction('EventConfirmed', `relation.BGD-PAK.${index + 1}`));
    const many = append({ stream: relation, events: corrected(99), idempotencyKey: 'K' });
    await expect(many).rejects.toMatchObject({ rule: 'too-many-changes' });
    expect(await append({ stream: relation, events: corrected(98), idempotencyKey: 'K' })).toMatchObject({
      version: 198,
    });
  });

  it('leave an event no larger than one that is posted may be', async () => {
    const report = (number: number) => ({
      publisher: `${number}`.padEnd(120, 'é'),
      title: 'ü'.repeat(300),
      url: `https://example.org/${'x'.repeat(470)}`,
    });
    const attachedLong = (number: number) => correction('ReportAttached', met, { report: report(number) });
    await append({ stream: relation, events: Array.from({ length: 45 }, (_, index) => attachedLong(index)) });
    const more = append({ stream: relation, events: [45, 46, 47, 48, 49].map(attachedLong) });
    await expect(more).rejects.toMatchObject({
      name: 'CommitTooLarge',
      message: expect.stringContaining('at most 65536 bytes as it is corrected'),
    });
  });
});
