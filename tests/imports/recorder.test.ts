import { describe, expect, it } from 'vitest';
import type { Report } from '#shared/domain/events/evidence.ts';
import type { CommitResult, PostedCommit } from '#shared/client/api-schema.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { mostReports } from '#shared/client/imports/event-of-happening.ts';
import { Happenings } from '#shared/client/imports/happenings.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';
import { emptyTally } from '#shared/client/imports/import-tally.ts';
import type { Mapped } from '#shared/client/imports/map-row.ts';
import { Recorder } from '#shared/client/imports/recorder.ts';

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

interface Posted {
  readonly type: string;
  readonly of?: string;
  readonly report?: Report;
  readonly evidence?: { readonly reports?: readonly Report[] };
}

/** A record in memory: its timeline shows as many reports of an event as the real one, its history all. */
function recordInMemory() {
  const events = new Map<string, Posted & { readonly id: string; readonly stream: string; attached: Report[] }>();
  const asked: string[] = [];
  const reportsOf = (id: string): Report[] => {
    const event = events.get(id);
    return [...(event?.evidence?.reports ?? []), ...(event?.attached ?? [])];
  };
  function* list(path: string, parameters?: { readonly path?: object }): Generator<object> {
    asked.push(path);
    if (path === '/events/{eventId}/history') {
      const id = String(Reflect.get(parameters?.path ?? {}, 'eventId'));
      for (const report of events.get(id)?.attached ?? []) yield { record: { type: 'ReportAttached', report } };
    } else
      for (const event of events.values())
        yield { ...event, evidence: { reports: reportsOf(event.id).slice(0, mostReports) } };
  }
  const append = ({ stream, events: posted }: PostedCommit): CommitResult => {
    const recorded = (posted as readonly Posted[]).map((one) => {
      const id = `${stream.replace('/', '.')}.${events.size + 1}`;
      if (one.of !== undefined && one.report !== undefined) events.get(one.of)?.attached.push(one.report);
      else events.set(id, { ...one, id, stream, attached: [] });
      return { id, version: 1 };
    });
    return { stream, version: 1, events: recorded };
  };
  const client = {
    list: (path: string, parameters?: { readonly path?: object }) => list(path, parameters),
    appendCommits: async (commits: readonly PostedCommit[]) => commits.map(append),
  } as unknown as Pick<Chancery, 'list' | 'appendCommits'>;
  return { client, events, asked, reportsOf };
}

/** One import of some rows, in parts. */
async function imported(client: Pick<Chancery, 'list' | 'appendCommits'>, ...parts: readonly (readonly Mapped[])[]) {
  const tally = emptyTally();
  const recorder = new Recorder(client, map, tally);
  for (const part of parts) {
    const happenings = new Happenings(map);
    for (const one of part) happenings.add(one);
    const taken = happenings.take();
    tally.events += taken.length;
    await recorder.record(taken, () => '1');
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
