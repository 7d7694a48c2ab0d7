/** @module-tag dynamodb */
import { beforeAll, describe, expect, it } from 'vitest';
import { IdempotencyKeyReused, VersionConflict } from '#shared/ledger/append-errors.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { eventsOf } from '#shared/ledger/stream-state.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { freshStores, type Stores } from '#tests/support/tables.ts';
import { recorder } from '#tests/support/recorder.ts';

let stores: Stores;
let append: ReturnType<typeof appending>;
let count = 0;
const newVisit = () => `visit/v${(count += 1)}`;
const relations = ['AFG', 'ALB', 'DZA', 'AND', 'AGO', 'ARG', 'ARM', 'AUS', 'AUT', 'AZE', 'BHS', 'BHR'];
const newRelation = () => `relation/${relations.pop()}-PAK`;
const meetingIn = (relation: string) =>
  meeting({
    participants: relation
      .slice(9)
      .split('-')
      .map((party) => ({ party, role: 'participant' })),
  });

beforeAll(async () => {
  stores = await freshStores();
  append = appending(stores.ledger);
});

const commitsOf = async (stream: string): Promise<Commit[]> =>
  Array.fromAsync(stores.ledger.commits(stream, { direction: 'forward' }));

describe('an append', () => {
  it('to a new stream records its events from version 1 on', async () => {
    const stream = newRelation();
    const appended = await append({ stream, expectedVersion: 0, events: [meetingIn(stream), meetingIn(stream)] });
    expect(appended).toMatchObject({ stream, version: 2, versions: [1, 2] });
    const [commit] = await commitsOf(stream);
    expect(commit && eventsOf(commit)).toMatchObject([
      { id: `relation.${stream.slice(9)}.1`, stream, version: 1, recordedBy: recorder() },
      { id: `relation.${stream.slice(9)}.2`, stream, version: 2 },
    ]);
  });

  it('refuses a stream that is not new, and says its version', async () => {
    const stream = newVisit();
    await append({ stream, expectedVersion: 0, events: [visit()] });
    const second = append({ stream, expectedVersion: 0, events: [visit()] });
    await expect(second).rejects.toThrow(VersionConflict);
    await expect(second).rejects.toMatchObject({ currentVersion: 1 });
  });

  it('refuses another version than the expected one, in both directions', async () => {
    const stream = newRelation();
    await append({ stream, events: [meetingIn(stream), meetingIn(stream)] });
    for (const expectedVersion of [1, 3]) {
      const wrong = append({ stream, expectedVersion, events: [meetingIn(stream)] });
      await expect(wrong).rejects.toMatchObject({ name: 'VersionConflict', currentVersion: 2 });
    }
  });

  it('chains each commit to the one before', async () => {
    const stream = newRelation();
    await append({ stream, events: [meetingIn(stream)] });
    await append({ stream, events: [meetingIn(stream), meetingIn(stream)] });
    const [first, second] = await commitsOf(stream);
    expect(second?.previousHash).toBe(first?.hash);
    expect(second).toMatchObject({ version: 2, count: 2 });
  });

  it('refuses what contradicts the stream, by the name of the rule', async () => {
    const stream = newVisit();
    await append({ stream, events: [visit()] });
    const another = visit({ occurred: '2025-02-20' });
    await expect(append({ stream, events: [another] })).rejects.toMatchObject({ rule: 'visit-already-conducted' });
    expect(await commitsOf(stream)).toHaveLength(1);
  });

  it('records nothing when the stream holds the very same already', async () => {
    const stream = newVisit();
    await append({ stream, events: [visit()] });
    expect(await append({ stream, events: [visit()] })).toEqual({ stream, version: 1, versions: [] });
    expect(await commitsOf(stream)).toHaveLength(1);
  });

  it('without a precondition lets every one of many writers through, each at its own version', async () => {
    const stream = newRelation();
    const appended = await Promise.all(
      Array.from({ length: 12 }, async () => append({ stream, events: [meetingIn(stream)] })),
    );
    const versions = appended.map(({ version }) => version).toSorted((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it('with a precondition lets exactly one of many writers through', async () => {
    const stream = newRelation();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, async () => append({ stream, expectedVersion: 0, events: [meetingIn(stream)] })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps the limits of a commit, naming the one that was passed', async () => {
    const stream = newRelation();
    const many = append({ stream, events: Array.from({ length: 101 }, () => meetingIn(stream)) });
    await expect(many).rejects.toThrow('at most 100 events, not 101');
    const long = { ...meetingIn(stream), summary: 'x'.repeat(66_000) };
    await expect(append({ stream, events: [meetingIn(stream), long] })).rejects.toMatchObject({
      name: 'CommitTooLarge',
      pointer: '/1',
    });
    const big = { ...meetingIn(stream), summary: 'x'.repeat(50_000) };
    await expect(append({ stream, events: [big, big, big, big, big] })).rejects.toThrow('at most 204800 bytes');
  });

  it('folds the stream anew when its state comes from another version of the fold', async () => {
    const stream = newVisit();
    await append({ stream, events: [visit()] });
    const head = await stores.ledger.head(stream);
    const older = appending({ ...stores.ledger, head: async () => head && { ...head, state: '0:"older"' } });
    const another = visit({ occurred: '2025-02-20' });
    await expect(older({ stream, events: [another] })).rejects.toMatchObject({ rule: 'visit-already-conducted' });
  });
});

describe('an append that is repeated with its Idempotency-Key', () => {
  for (const expectedVersion of [0, 'any'] as const) {
    it(`gets the first answer again (expected version: ${expectedVersion})`, async () => {
      const stream = newVisit();
      const request = { stream, expectedVersion, idempotencyKey: 'once', events: [visit()] };
      const first = await append(request);
      expect(await append(request)).toEqual({ ...first, repeated: true });
      expect(await commitsOf(stream)).toHaveLength(1);
    });

    it(`with another body is refused (expected version: ${expectedVersion})`, async () => {
      const stream = newVisit();
      await append({ stream, expectedVersion, idempotencyKey: 'once', events: [visit()] });
      const other = append({
        stream,
        expectedVersion,
        idempotencyKey: 'once',
        events: [visit({ summary: 'another' })],
      });
      await expect(other).rejects.toThrow(IdempotencyKeyReused);
    });
  }

  it('gets the first answer also when the stream has long gone on', async () => {
    const stream = newRelation();
    await append({ stream, expectedVersion: 0, events: [meetingIn(stream)] });
    const request = { stream, expectedVersion: 1, idempotencyKey: 'second', events: [meetingIn(stream)] };
    const first = await append(request);
    await append({ stream, events: [meetingIn(stream)] });
    expect(await append(request)).toEqual({ ...first, repeated: true });
  });

  it('by many at once records once', async () => {
    const stream = newRelation();
    const request = { stream, idempotencyKey: 'same', events: [meetingIn(stream)] };
    const answers = await Promise.all(Array.from({ length: 8 }, async () => append(request)));
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await commitsOf(stream)).toHaveLength(1);
  });
});
