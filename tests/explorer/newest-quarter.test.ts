import { describe, expect, it } from 'vitest';
import { newestQuarter } from '#functions/explorer/page/views/network/newest-quarter.ts';

const now = new Date('2026-11-27T12:00:00Z');
const edge = { dyad: 'BGD-PAK', contacts: { visit: 1, meeting: 0, call: 0, talks: 0 }, strength: 1 };

/** A record with contacts in some quarters, and the quarters that were asked for. */
const recordWith = (...quarters: readonly string[]) => {
  const asked: string[] = [];
  const read = async (quarter: string) => {
    asked.push(quarter);
    return Promise.resolve({ quarter, edges: quarters.includes(quarter) ? [edge] : [] });
  };
  return { asked, read };
};

describe('the network', () => {
  it('opens on the newest quarter in which anybody met', async () => {
    const { read } = recordWith('2024-Q1', '2025-Q1', '2024-Q4');
    expect((await newestQuarter(now, read))?.quarter).toBe('2025-Q1');
  });

  it('opens on this quarter where somebody met in it, and asks for two years at once', async () => {
    const { asked, read } = recordWith('2026-Q4');
    expect((await newestQuarter(now, read))?.quarter).toBe('2026-Q4');
    expect(asked).toEqual(['2026-Q4', '2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']);
  });

  it('looks back ten years, and no quarter further', async () => {
    expect((await newestQuarter(now, recordWith('2017-Q1').read))?.quarter).toBe('2017-Q1');
    const { asked, read } = recordWith('2016-Q4');
    expect(await newestQuarter(now, read)).toBeUndefined();
    expect(asked).toHaveLength(40);
  });
});
