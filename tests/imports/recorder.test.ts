import { describe, expect, it } from 'vitest';
import type { Chancery } from '#shared/client/chancery.ts';
import { mostReports } from '#shared/client/imports/event-of-happening.ts';
import { Happenings } from '#shared/client/imports/happenings.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';
import { emptyTally } from '#shared/client/imports/import-tally.ts';
import type { Mapped } from '#shared/client/imports/map-row.ts';
import { postEvents } from '#shared/client/imports/post-events.ts';
import { RecentEvents } from '#shared/client/imports/recent-events.ts';
import { type Post, Recorder } from '#shared/client/imports/recorder.ts';
import { recordInMemory } from '#tests/support/record-in-memory.ts';

const map = await readImportMap(mapFileOf('icews'));

/** A row of one meeting; each row is a report of it. */
const row = (number: number, occurred = '2018-06-01'): Mapped => ({
  event: {
    type: 'MeetingHeld',
    occurred,
    participants: [
      { party: 'BGD', role: 'participant' },
      { party: 'IND', role: 'participant' },
    ],
    cameo: '040',
  },
  report: { publisher: 'An agency', reference: `icews:${number}` },
  cut: 0,
});
const rows = (from: number, to: number): Mapped[] =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index));

/** One import of some rows, in parts. */
async function imported(client: Chancery, ...parts: readonly (readonly Mapped[])[]) {
  const tally = emptyTally();
  const post: Post = async (...events) => postEvents(client, ...events);
  const recorder = new Recorder({ client, post, map, tally, recent: new RecentEvents() });
  for (const part of parts) {
    const happenings = new Happenings(map);
    for (const one of part) happenings.add(one);
    const taken = happenings.take();
    tally.events += taken.length;
    await recorder.record({ happenings: taken, rowOf: () => '1', onPlan: async () => undefined });
  }
  const { events, recorded, known, attached, refused } = tally;
  return { events, recorded, known, attached, refused };
}

describe('an import', () => {
  it('finds an event with more reports than a timeline shows recorded already, and attaches none again', async () => {
    const { client, events, reportsOf } = recordInMemory();
    const many = rows(1, mostReports + 21);
    expect(await imported(client, many)).toEqual({ events: 1, recorded: 1, known: 0, attached: 21, refused: {} });
    expect(await imported(client, many)).toEqual({ events: 1, recorded: 0, known: 1, attached: 0, refused: {} });
    const [id = ''] = events.keys();
    expect(new Set(reportsOf(id).map(({ reference }) => reference)).size).toBe(many.length);
    expect(reportsOf(id)).toHaveLength(many.length);
  });

  it('attaches the new rows of an event that is recorded already, and only those', async () => {
    const { client, asked } = recordInMemory();
    await imported(client, rows(1, 2));
    expect(await imported(client, rows(1, 5))).toMatchObject({ events: 1, recorded: 0, known: 1, attached: 3 });
    expect(asked).not.toContain('/events/{eventId}/history');
  });

  it('counts an event once whose rows come in several parts', async () => {
    const { client } = recordInMemory();
    const parts = [rows(1, 2), [...rows(3, 3), row(9, '2018-06-02')], rows(4, 4)];
    expect(await imported(client, ...parts)).toMatchObject({ events: 2, recorded: 2, known: 0, attached: 2 });
    expect(await imported(client, ...parts)).toMatchObject({ events: 2, recorded: 0, known: 2, attached: 0 });
  });
});
