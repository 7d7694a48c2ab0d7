import { describe, expect, it } from 'vitest';
import type { Relation } from '#functions/explorer/page/api-types.ts';
import { loadRelation } from '#functions/explorer/page/views/relation/load-relation.ts';

const asOf = '2025-01-17T23:59:59.999Z';
const { signal } = new AbortController();

/** A record that holds so many events now, by an instant, and as reported by it. */
const recordOf = (now: number, recorded: number, reported: number) => {
  const asked: object[] = [];
  const read = async (_dyad: string, known: { asOf?: string | undefined; knownBy?: 'reported' | undefined }) => {
    asked.push(known);
    const n = known.asOf === undefined ? now : known.knownBy === 'reported' ? reported : recorded;
    return Promise.resolve({ n, unheld: 0 } as Relation);
  };
  return { asked, read };
};

describe('a relation as known on a day', () => {
  it('is also read as it had been reported, where nothing had been recorded by then', async () => {
    const { now, past, reported } = await loadRelation('BGD-PAK', { asOf }, signal, recordOf(26, 0, 23).read);
    expect([now.n, past?.n, reported?.n]).toEqual([26, 0, 23]);
  });

  it.each([
    ['something had been recorded', { asOf }, [26, 3, 23], 2],
    ['the reported is shown already', { asOf, knownBy: 'reported' as const }, [26, 3, 0], 2],
    ['nothing is recorded at all', { asOf }, [0, 0, 0], 2],
    ['no day is asked for', {}, [26, 0, 0], 1],
  ] as const)('is not where %s', async (_where, known, [now, recorded, reported], requests) => {
    const record = recordOf(now, recorded, reported);
    expect((await loadRelation('BGD-PAK', known, signal, record.read)).reported).toBeUndefined();
    expect(record.asked).toHaveLength(requests);
  });
});
