import { beforeEach, describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Ledger } from '#shared/ledger/ledger.ts';
import { metered } from '#tests/bench/meter.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { freshDatabase, freshStores } from '#tests/support/tables.ts';

const relation = 'relation/BGD-PAK';
const id = (version: number) => `relation.BGD-PAK.${version}`;
const moved = (of: string, partOf: string) => NewEvent.parse({ type: 'EventCorrected', of, changes: { partOf } });
const ruleOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'recorded',
    (error: unknown) => Reflect.get(Object(error), 'rule') ?? error,
  );

let ledger: Ledger;
let append: ReturnType<typeof appending>;
/** Records a meeting, as a part of an event where one is named. */
const recorded = async (partOf?: string) => append({ stream: relation, events: [meeting({ partOf })] });
const parts = async (count: number, partOf: string) =>
  append({ stream: relation, events: Array.from({ length: count }, () => meeting({ partOf })) });

beforeEach(() => {
  ({ ledger } = inMemoryStores());
  append = appending(ledger);
});

describe('an event that is part of another', () => {
  it('is recorded down to the tenth level, and no further', async () => {
    await recorded();
    for (let level = 2; level <= 10; level += 1) await recorded(id(level - 1));
    expect(await ruleOf(recorded(id(10)))).toBe('tree-too-deep');
    expect(await ruleOf(recorded(id(9)))).toBe('recorded');
  });

  it('is one of at most 1 000 in its tree, however they hang together', async () => {
    await recorded();
    await recorded(id(1));
    for (let filled = 0; filled < 19; filled += 1) await parts(50, filled % 2 === 0 ? id(1) : id(2));
    expect(await ruleOf(parts(50, id(2)))).toBe('too-many-parts');
    await parts(49, id(2));
    expect(await ruleOf(recorded(id(1)))).toBe('too-many-parts');
    expect(await ruleOf(recorded())).toBe('recorded');
  });

  it('is counted exactly when many writers come at once', async () => {
    await recorded();
    const streams = Array.from({ length: 12 }, (_, index) => `visit/part-${index}`);
    await Promise.all(streams.map(async (stream) => append({ stream, events: [visit({ partOf: id(1) })] })));
    const [[, { data }] = ['', { data: '' }]] = await ledger.decisions(['parts/relation/BGD-PAK#1']);
    expect(data).toBe('12');
  });

  it('may be recorded before what it is part of, which then may not become part of it', async () => {
    await append({ stream: 'visit/early', events: [visit({ partOf: id(1) })] });
    expect(await ruleOf(recorded('visit.early.1'))).toBe('part-of-itself');
    expect(await ruleOf(recorded())).toBe('recorded');
    expect(await ruleOf(recorded(id(1)))).toBe('recorded');
  });

  it('brings along the parts that it has already', async () => {
    await parts(50, 'visit.late.1');
    for (let filled = 0; filled < 19; filled += 1) await parts(50, id(2000));
    const late = append({ stream: 'visit/late', events: [visit({ partOf: id(2000) })] });
    expect(await ruleOf(late)).toBe('too-many-parts');
  });

  it('may be recorded with it in one commit', async () => {
    const trip = [visit({ modality: 'planned' }), visit({ modality: 'planned', partOf: 'visit.trip.1' })];
    expect(await append({ stream: 'visit/trip', expectedVersion: 0, events: trip })).toMatchObject({ version: 2 });
    const circle = [visit({ modality: 'planned', partOf: 'visit.ring.2' }), visit({ modality: 'planned', partOf: 'visit.ring.1' })]; // prettier-ignore
    expect(await ruleOf(append({ stream: 'visit/ring', events: circle }))).toBe('part-of-itself');
    const itself = [visit({ modality: 'planned', partOf: 'visit.self.1' })];
    expect(await ruleOf(append({ stream: 'visit/self', events: itself }))).toBe('part-of-itself');
  });
});

describe('an event that a correction makes part of another', () => {
  const correct = async (of: string, partOf: string) => append({ stream: relation, events: [moved(of, partOf)] });

  it('does not become part of itself, nor of what hangs below it', async () => {
    await recorded();
    await recorded(id(1));
    await recorded(id(2));
    expect(await ruleOf(correct(id(1), id(1)))).toBe('part-of-itself');
    expect(await ruleOf(correct(id(1), id(3)))).toBe('part-of-itself');
    expect(await ruleOf(correct(id(2), id(3)))).toBe('part-of-itself');
    expect(await ruleOf(correct(id(3), id(1)))).toBe('recorded');
    expect(await ruleOf(correct(id(2), id(3)))).toBe('recorded');
    expect(await ruleOf(correct(id(3), id(2)))).toBe('part-of-itself');
  });

  it('leaves the count of the tree that it was in', async () => {
    await recorded();
    await recorded();
    await recorded(id(1));
    await correct(id(3), id(2));
    const counts = await ledger.decisions(['parts/relation/BGD-PAK#1', 'parts/relation/BGD-PAK#2']);
    expect([...counts.values()].map(({ data }) => data)).toEqual(['0', '1']);
  });

  it('makes no circle with another correction at the same moment', async () => {
    await append({ stream: 'visit/one', events: [visit()] });
    await append({ stream: 'visit/two', events: [visit()] });
    const one = { stream: 'visit/one', events: [moved('visit.one.1', 'visit.two.1')] };
    const two = { stream: 'visit/two', events: [moved('visit.two.1', 'visit.one.1')] };
    let once = true;
    const late: Ledger = {
      ...ledger,
      put: async (commit, changes) => {
        if (once) await append(two);
        once = false;
        return ledger.put(commit, changes);
      },
    };
    expect(await ruleOf(appending(late)(one))).toBe('part-of-itself');
  });
});

describe('the cost of an append', () => {
  it('grows with the levels above a part, by a call each, and not with the number of parts', async () => {
    const client = freshDatabase();
    const stores = await freshStores(client);
    const costOf = metered(client);
    const post = appending(stores.ledger);
    const part = async (partOf?: string) => post({ stream: relation, events: [meeting({ partOf })] });
    await part();
    await part();
    expect(await costOf(async () => part())).toEqual({ calls: ['Query', 'PutItem'], read: 1, write: 1 });
    const first = await costOf(async () => part(id(1)));
    expect(first).toEqual({
      calls: ['Query', 'BatchGetItem', 'BatchGetItem', 'TransactWriteItems'],
      read: 4,
      write: 8,
    });
    for (let filled = 0; filled < 40; filled += 1) await part(id(1));
    expect(await costOf(async () => part(id(1)))).toEqual(first);
    let deepest = id(1);
    for (let level = 2; level < 10; level += 1) deepest = id((await part(deepest)).version);
    const { calls } = await costOf(async () => part(deepest));
    expect(calls.filter((call) => call === 'BatchGetItem')).toHaveLength(10);
  });
});
