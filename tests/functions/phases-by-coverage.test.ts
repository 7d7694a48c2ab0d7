import { beforeAll, describe, expect, it } from 'vitest';
import { monthsBetween } from '#shared/domain/dates/calendar.ts';
import { service } from '#tests/support/service.ts';

const clock = new Date('2025-01-16T12:00:00.000Z');
const evidence = { reports: [{ publisher: 'The Wire' }] };
const calm = monthsBetween('2020-01', '2022-12');
const busy = monthsBetween('2023-01', '2024-12');

/** So many meetings of two in each month, which one publisher reports. */
const meetings = (months: readonly string[], perMonth: number, parties: readonly string[]) =>
  months.flatMap((month) =>
    Array.from({ length: perMonth }, (_, day) => ({
      type: 'MeetingHeld',
      occurred: `${month}-${String(day + 1).padStart(2, '0')}`,
      participants: parties.map((party) => ({ party, role: 'participant' })),
      evidence,
    })),
  );

interface Channel {
  readonly analysis: { readonly basis: string; readonly changes: readonly { readonly month: string }[] };
}

/**
 * The cooperative tempo of BGD-PAK, whose events become three times as many, beside what else the publisher reports.
 */
async function tempoBeside(others: readonly object[]) {
  const chancery = service(undefined, () => clock);
  const own = [...meetings(calm, 2, ['BGD', 'PAK']), ...meetings(busy, 6, ['BGD', 'PAK'])];
  for (const [stream, events] of [
    ['relation/BGD-PAK', own],
    ['relation/CHN-IND', others],
  ] as const) {
    for (let from = 0; from < events.length; from += 50) {
      const { status } = await chancery.post(stream, events.slice(from, from + 50));
      expect(status).toBe(201);
    }
  }
  await chancery.catchUp();
  const tempoOf = async (asked: Readonly<Record<string, string>> = {}) => {
    const { tempo } = (await chancery.phases('BGD-PAK', asked)).body as { tempo: { cooperative: Channel } };
    const { basis, changes } = tempo.cooperative.analysis;
    return { basis, changes: changes.map(({ month }) => month) };
  };
  return { chancery, tempoOf };
}

describe('three times as many events as before', () => {
  const others = [...meetings(calm, 5, ['CHN', 'IND']), ...meetings(busy, 15, ['CHN', 'IND'])];
  let beside: Awaited<ReturnType<typeof tempoBeside>>;
  beforeAll(async () => {
    beside = await tempoBeside(others);
  });

  it('are a rise where their source reports others as before, and where nothing else is known', async () => {
    const rise = ['2023-01'];
    const asBefore = await tempoBeside(meetings([...calm, ...busy], 5, ['CHN', 'IND']));
    expect(await asBefore.tempoOf()).toEqual({ basis: 'recorded', changes: rise });
    expect(await (await tempoBeside([])).tempoOf()).toEqual({ basis: 'constant', changes: rise });
  });

  it('are none where their source reports three times as much of others', async () => {
    expect(await beside.tempoOf()).toEqual({ basis: 'recorded', changes: [] });
    const { body } = await beside.chancery.tempo('BGD-PAK');
    expect(body).toMatchObject({ basis: 'recorded' });
  });

  it('are to be expected side by side with another relation as they are alone', async () => {
    const { chancery } = beside;
    const [alone, pair] = [await chancery.tempo('BGD-PAK'), await chancery.compare('BGD-PAK,CHN-IND')];
    const expected = (items: unknown, of: (item: Record<string, unknown>) => unknown) =>
      (items as Record<string, unknown>[]).map(of);
    const shown = expected(pair.body.items, ({ one }) => (one as { expected: unknown }).expected);
    expect(shown).toEqual(expected(alone.body.items, (month) => month.expected));
  });

  it('have no exposure but a constant one in the past, when what was reported is known as of now', async () => {
    expect(await beside.tempoOf({ asOf: '2025-01-16T12:00:00Z' })).toMatchObject({ basis: 'constant' });
  });
});
