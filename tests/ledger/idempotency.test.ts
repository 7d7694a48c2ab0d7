import { beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyKeyReused, VersionConflict } from '#shared/ledger/append-errors.ts';
import { appending } from '#tests/support/appending.ts';
import { visit } from '#tests/support/events.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';
import { recorder } from '#tests/support/recorder.ts';

let stores: Stores;
let append: ReturnType<typeof appending>;
let count = 0;
const newVisit = () => `visit/keyed-${(count += 1)}`;
const planned = (summary: string) => visit({ modality: 'planned', summary });

beforeAll(async () => {
  stores = await freshStores();
  append = appending(stores.ledger);
});

const commitsOf = async (stream: string) =>
  (await Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }))).length;

describe('an Idempotency-Key', () => {
  it('whose answer was lost is answered as the first time, as a repetition, whatever precondition the repetition names', async () => {
    const stream = newVisit();
    for (const summary of ['first', 'second', 'third']) await append({ stream, events: [planned(summary)] });
    const request = { stream, idempotencyKey: 'K', events: [planned('keyed')] };
    const first = await append({ ...request, expectedVersion: 3 });
    expect(first).toMatchObject({ version: 4 });
    for (const expectedVersion of [4, 3, 0, 9, 'any'] as const) {
      expect(await append({ ...request, expectedVersion })).toEqual({ ...first, repeated: true });
    }
    expect(await commitsOf(stream)).toBe(4);
  });

  it('is another one for each subject, also on the same stream', async () => {
    const stream = newVisit();
    const request = { stream, idempotencyKey: 'K', events: [planned('the same')] };
    expect(await append({ ...request, recordedBy: recorder('dhaka') })).toMatchObject({ version: 1 });
    expect(await append({ ...request, recordedBy: recorder('islamabad') })).toMatchObject({ version: 2 });
    expect(await append({ ...request, recordedBy: recorder('dhaka') })).toMatchObject({ version: 1 });
    expect(await append({ ...request, recordedBy: recorder('delhi'), expectedVersion: 2 })).toMatchObject({
      version: 3,
    });
    expect(await commitsOf(stream)).toBe(3);
  });

  it('is another one for each stream', async () => {
    const [one, other] = [newVisit(), newVisit()];
    await append({ stream: one, idempotencyKey: 'K', events: [planned('one')] });
    expect(await append({ stream: other, idempotencyKey: 'K', events: [planned('other')] })).toMatchObject({
      version: 1,
    });
  });

  it.each([0, 1, 'any'] as const)('with another body is refused (expected version: %s)', async (expectedVersion) => {
    const stream = newVisit();
    await append({ stream, idempotencyKey: 'K', events: [planned('first')] });
    const other = append({ stream, idempotencyKey: 'K', expectedVersion, events: [planned('other')] });
    await expect(other).rejects.toThrow(IdempotencyKeyReused);
    expect(await commitsOf(stream)).toBe(1);
  });

  it('of a request that had nothing new to record has nothing to record later either', async () => {
    const stream = newVisit();
    await append({ stream, events: [visit({ occurred: '2025-01-14' })] });
    const request = { stream, idempotencyKey: 'K', events: [visit({ occurred: '2025-01-14' })] };
    const first = await append(request);
    expect(first).toEqual({ stream, version: 1, versions: [] });
    await append({ stream, events: [{ type: 'EventRetracted', schemaVersion: 1, of: `${stream.replace('/', '.')}.1`, reason: 'false' }] }); // prettier-ignore
    expect(await append(request)).toEqual({ ...first, repeated: true });
    await expect(append({ ...request, events: [planned('other')] })).rejects.toThrow(IdempotencyKeyReused);
    expect(await append({ ...request, recordedBy: recorder('another') })).toMatchObject({ version: 3, versions: [3] });
  });

  it('of a refused request may be used again, for what is then accepted', async () => {
    const stream = newVisit();
    await append({ stream, events: [planned('first')] });
    const early = append({ stream, idempotencyKey: 'K', expectedVersion: 0, events: [planned('second')] });
    await expect(early).rejects.toThrow(VersionConflict);
    expect(await append({ stream, idempotencyKey: 'K', events: [planned('third')] })).toMatchObject({ version: 2 });
  });

  it('used by many at once records once, under any mixture of preconditions', async () => {
    const stream = newVisit();
    await append({ stream, events: [planned('first')] });
    const request = { stream, idempotencyKey: 'K', events: [planned('keyed')] };
    const answers = await Promise.all(
      [1, 'any', 1, 'any', 1, 'any'].map(async (expected) =>
        append({ ...request, expectedVersion: expected === 1 ? 1 : 'any' }),
      ),
    );
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([2]));
    expect(await commitsOf(stream)).toBe(2);
  });

  it('is kept for at least seven days', async () => {
    const stream = newVisit();
    const expiries: number[] = [];
    const ledger: Stores['ledger'] = {
      ...stores.ledger,
      put: async (commit, changes = []) => {
        expiries.push(...changes.flatMap(({ next }) => (next?.expiresAt ?? 0) - Date.parse(commit.committedAt) / 1000));
        return stores.ledger.put(commit, changes);
      },
    };
    await appending(ledger)({ stream, idempotencyKey: 'K', events: [planned('keyed')] });
    expect(expiries).toHaveLength(1);
    expect(expiries[0]).toBeGreaterThan(7 * 24 * 60 * 60 - 1);
  });
});
