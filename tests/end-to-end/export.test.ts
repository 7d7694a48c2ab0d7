import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import type { Manifest } from '#shared/client/exports/write-export.ts';
import { chanceryCommand } from '#tests/support/chancery-command.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { cloud, api } = useCloud();

const folder = mkdtempSync(join(tmpdir(), 'chancery-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(out: string, ...words: string[]): Promise<Manifest> {
  const environment = { CHANCERY_URL: cloud().url };
  const ended = await chanceryCommand(['export', '--out', out, '--json', ...words], folder, environment).ended;
  expect(ended).toMatchObject({ code: 0 });
  return JSON.parse(ended.stdout) as Manifest;
}
const file = (...names: string[]): string => join(folder, ...names);
const lines = (out: string): Record<string, unknown>[] =>
  readFileSync(file(out, 'events.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Two meetings, of which the second is retracted and the first gets another date; the instant before that. */
async function relationWithCorrections() {
  const { dyad, path, stream, meeting } = freshRelation();
  const summary = 'Said "so", then\nleft';
  await api.post(path, [meeting({ summary, topics: ['trade'] }), meeting({ occurred: '2025-02-02' })]);
  const { body } = await api.get<{ items: { recordedAt: string }[] }>(`/streams/${stream}/events`);
  const asOf = body.items[1]?.recordedAt ?? '';
  const id = (version: number) => `${stream.replace('/', '.')}.${version}`;
  await api.post(path, [
    { type: 'EventDateRefined', of: id(1), occurred: '2025-01-15' },
    { type: 'EventRetracted', of: id(2), reason: 'false' },
  ]);
  return { dyad, id, asOf };
}

const verified = async (head: Manifest['record']) => {
  const words = ['verify', '--expect', `${head?.position}:${head?.hash}`];
  return chanceryCommand(words, folder, { CHANCERY_URL: cloud().url }).ended;
};

describe('an export', () => {
  it('has the corrected view, or the record as it was written, or as it was known at an instant', async () => {
    const { dyad, id, asOf } = await relationWithCorrections();
    const manifest = await exported('corrected', '--dyad', dyad);
    expect(lines('corrected')).toMatchObject([{ id: id(1), occurred: '2025-01-15', corrections: 1 }]);
    expect(manifest).toMatchObject({ events: 1, byType: { MeetingHeld: 1 }, view: 'corrected', tablesVersion: 2 });
    const bytes = readFileSync(file('corrected', 'events.jsonl'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(manifest.files).toEqual([{ name: 'events.jsonl', bytes: bytes.length, sha256 }]);

    await exported('raw', '--dyad', dyad, '--view', 'raw');
    expect(lines('raw').map((one) => one['id'])).toEqual([1, 2, 3, 4].map(id));
    await exported('earlier', '--dyad', dyad, '--as-of', asOf);
    expect(lines('earlier')).toMatchObject([{ id: id(1), occurred: '2025-01-14' }, { id: id(2) }]);
    await exported('withdrawn', '--dyad', dyad, '--withdrawn');
    expect(lines('withdrawn')).toMatchObject([{ id: id(1) }, { id: id(2), withdrawn: { reason: 'false' } }]);
  });

  it('states up to which position a filter was held against the record, also where it wants nothing', async () => {
    await relationWithCorrections();
    const manifest = await exported('nothing', '--q', '"no event has these words"');
    expect(manifest.events).toBe(0);
    expect(manifest.position).toBeGreaterThan(0);
  });

  it('of the whole record has every position up to the one that it states', async () => {
    const manifest = await exported('whole', '--view', 'raw');
    expect(manifest.record).toEqual({ position: manifest.position, hash: expect.stringMatching(/^[\w-]{43}$/) });
    expect(manifest.schemaVersions['MeetingHeld']).toEqual([1]);
    const positions = lines('whole').map((one) => one['position']);
    expect(positions).toEqual(Array.from({ length: manifest.position }, (_, index) => index + 1));
  });

  it('names the hash of the record up to there, which a proof of the record may expect', async () => {
    await relationWithCorrections();
    const { record } = await exported('head', '--q', '"no event has these words"');
    expect(await verified(record)).toMatchObject({ code: 0 });
    const other = { position: record?.position ?? 0, hash: 'x'.repeat(43) };
    expect(await verified(other)).toMatchObject({ code: 1, stderr: expect.stringContaining('broken at') });
  });

  it('has typed columns as Parquet, and the participants in a file of their own', async () => {
    const { dyad, id } = await relationWithCorrections();
    await exported('parquet', '--dyad', dyad, '--format', 'parquet');
    const read = async (name: string) =>
      parquetReadObjects({ file: await asyncBufferFromFile(file('parquet', `${name}.parquet`)) });
    const [event] = await read('events');
    expect(event).toMatchObject({
      id: id(1),
      type: 'MeetingHeld',
      occurred_from: new Date('2025-01-15'),
      goldstein: 1,
      topics: 'trade',
      recorded_at: expect.any(Date),
      position: expect.any(BigInt),
      channel: null,
    });
    const parties = (await read('participants')).map(({ party }) => String(party));
    expect(parties.toSorted().join('-')).toBe(dyad);
  });

  it('quotes as CSV what would break a row', async () => {
    const { dyad } = await relationWithCorrections();
    await exported('csv', '--dyad', dyad, '--format', 'csv');
    const csv = readFileSync(file('csv', 'events.csv'), 'utf8');
    expect(csv.split('\n')[0]).toMatch(/^id,position,type,occurred,occurred_from,/);
    expect(csv).toContain('"Said ""so"", then\nleft"');
    expect(readFileSync(file('csv', 'participants.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('goes into an empty folder, unless it is to replace an earlier one, which leaves other files alone', async () => {
    const { dyad } = await relationWithCorrections();
    await exported('again', '--dyad', dyad);
    writeFileSync(file('again', 'notes.txt'), 'mine');
    const words = ['export', '--out', 'again', '--dyad', dyad];
    const refused = await chanceryCommand(words, folder, { CHANCERY_URL: cloud().url }).ended;
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('again has files, such as ') });
    expect(readdirSync(file('again', '')).toSorted()).toEqual(['events.jsonl', 'manifest.json', 'notes.txt']);
    await exported('again', '--dyad', dyad, '--format', 'csv', '--replace');
    const files = ['events.csv', 'manifest.json', 'notes.txt', 'participants.csv'];
    expect(readdirSync(file('again', '')).toSorted()).toEqual(files);
  });

  it('goes on after the last whole page when it was interrupted', async () => {
    const { dyad, id } = await relationWithCorrections();
    const whole = await exported('first', '--dyad', dyad, '--view', 'raw');
    const [line = ''] = readFileSync(file('first', 'events.jsonl'), 'utf8').split('\n');
    const { body } = await api.get<{ next: string }>(`/events?dyad=${dyad}&limit=1`);
    const source = file('first', '.events.fetched');
    writeFileSync(source, `${line}\n{"half": `);
    const identity = JSON.stringify([cloud().url, { dyads: [dyad] }]);
    const state = { identity, cursor: body.next, position: 1, events: 1, bytes: Buffer.byteLength(line) + 1 };
    writeFileSync(`${source}.state.json`, JSON.stringify(state));
    const environment = { CHANCERY_URL: cloud().url };
    const other = await chanceryCommand(['export', '--out', 'first', '--resume'], folder, environment).ended;
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('another API or filter') });
    const resumed = await exported('first', '--dyad', dyad, '--view', 'raw', '--resume');
    expect(lines('first').map((one) => one['id'])).toEqual([1, 2, 3, 4].map(id));
    expect(resumed.files).toEqual(whole.files);
  });
});
