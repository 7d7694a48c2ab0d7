import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { maxSourceBytes } from '#shared/domain/events/evidence.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { mostReports, eventOf } from '#shared/client/imports/event-of-happening.ts';
import { Happenings } from '#shared/client/imports/happenings.ts';
import { importMapFrom, MapInvalid, readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf, type SourceName } from '#shared/client/imports/sources.ts';
import { neededColumns, rowMapper } from '#shared/client/imports/map-row.ts';
import { readRows, type Row } from '#shared/client/imports/read-rows.ts';
import { dryRun, sampleFile } from '#tests/support/dry-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function rowsOf(source: SourceName, file: string) {
  const map = await readImportMap(mapFileOf(source));
  const rows: Row[] = [];
  for await (const row of readRows(file, map, neededColumns(map))) rows.push(row);
  return { map, rows };
}

/** The events that the rows of a file make. */
async function eventsOf(source: SourceName, file: string) {
  const { map, rows } = await rowsOf(source, file);
  const happenings = new Happenings(map);
  const mapped = rowMapper(map, undefined);
  for (const row of rows) {
    const result = mapped(row);
    if ('event' in result) happenings.add(result);
  }
  return happenings.take();
}

describe('rows of GDELT', () => {
  it('that mirror or repeat each other are one event with a report for each', async () => {
    const [meeting, visit, ...others] = await eventsOf('gdelt2', sampleFile('gdelt2.export.CSV'));
    expect(meeting?.event).toMatchObject({
      type: 'MeetingHeld',
      occurred: '2025-01-14',
      reportedAt: '2025-01-15T06:30:00Z',
      participants: [
        { party: 'BGD', role: 'participant', sector: 'MIL' },
        { party: 'PAK', role: 'participant' },
      ],
      place: { country: 'PAK', city: 'Rawalpindi' },
      cameo: '040',
    });
    expect(meeting?.reports.map(({ reference }) => reference)).toEqual([1, 2, 3].map((id) => `gdelt2:90000000${id}`));
    expect(visit?.event.participants.map(({ party, role }) => `${party} ${role}`)).toEqual(['BGD visitor', 'PAK host']);
    expect(visit?.reports).toHaveLength(2);
    expect(visit?.stream).toBe('visit/gdelt2-BGD-PAK-2025-01-14');
    const criticism = others.filter(({ event }) => event.type === 'CriticismExpressed');
    expect(criticism.map(({ event: { participants } }) => participants[0]?.party)).toEqual(['BGD', 'PAK']);
  });

  it('keep in their report what has no other home', async () => {
    const [meeting] = await eventsOf('gdelt2', sampleFile('gdelt2.export.CSV'));
    const [report] = meeting?.reports ?? [];
    expect(report).toMatchObject({ publisher: 'news.example.org', url: 'https://news.example.org/story-1' });
    expect(report?.source?.fields).toMatchObject({ Actor1Code: 'BGDMIL', AvgTone: '-1.5', ActionGeo_Lat: '33.6' });
    expect(report?.source?.fields).not.toHaveProperty('Year');
  });

  it('make valid events', async () => {
    for (const one of await eventsOf('gdelt2', sampleFile('gdelt2.export.CSV'))) {
      const composed = eventOf(one, await readImportMap(mapFileOf('gdelt2')));
      expect('event' in composed && NewEvent.safeParse(composed.event).success).toBe(true);
    }
  });

  it('that are older than --since are skipped', async () => {
    const { skipped } = await dryRun('gdelt2', sampleFile('gdelt2.export.CSV'), '2025-01-01');
    expect(skipped).toContainEqual({ reason: 'before-since', rows: 1, first: ['16'] });
  });

  it('of the first version are read with and without an address, also compressed', async () => {
    const { map } = await rowsOf('gdelt1', fileOf('empty.csv', ''));
    const cells = Object.fromEntries((map.file.columns ?? []).map((column) => [column, '']));
    const values = { ...cells, GLOBALEVENTID: '1', SQLDATE: '19790101', Actor1CountryCode: 'USA', EventCode: '040' };
    const row = Object.values({ ...values, Actor2CountryCode: 'ROM', DATEADDED: '20130203' });
    const file = fileOf('1979.csv.gz', gzipSync(`${row.slice(0, -1).join('\t')}\n${row.slice(0, -2).join('\t')}\n`));
    const { skipped, mapped } = await dryRun('gdelt1', file);
    expect({ skipped, mapped }).toEqual({ skipped: [{ reason: 'malformed', rows: 1, first: ['2'] }], mapped: 1 });
    const [event] = await eventsOf('gdelt1', file);
    expect(event?.event.participants.map(({ party }) => party)).toEqual(['USA', 'ROU']);
  });
});

describe('rows of two states', () => {
  const codes =
    readFileSync(new URL('../domain/events/cameo-codes.csv', import.meta.url), 'utf8').match(/^\d+/gm) ?? [];

  it('make a valid event of every CAMEO code', async () => {
    expect(codes.length).toBeGreaterThan(290);
    const map = await readImportMap(mapFileOf('icews'));
    const base = { 'Event Date': '2018-06-01', 'Source Country': 'Bangladesh', 'Target Country': 'Vietnam' };
    const failed = codes.filter((code) => {
      const happenings = new Happenings(map);
      const result = rowMapper(map, undefined)({ number: 1, values: { ...base, 'CAMEO Code': code, 'Event ID': '1' } });
      if ('event' in result) happenings.add(result);
      const [one] = happenings.take();
      return one === undefined || 'refused' in eventOf(one, map);
    });
    expect(failed).toEqual([]);
  });
});

describe('rows of a day', () => {
  it('that report a visit and its return make two visits, each in a stream of its own', async () => {
    const map = await readImportMap(mapFileOf('icews'));
    const happenings = new Happenings(map);
    const visit = (id: string, from: string, to: string) =>
      ({ 'Event ID': id, 'Event Date': '2018-06-01', 'CAMEO Code': '042', 'Source Country': from, 'Target Country': to }); // prettier-ignore
    for (const values of [visit('1', 'Japan', 'Vietnam'), visit('2', 'Vietnam', 'Japan')]) {
      const result = rowMapper(map, undefined)({ number: 1, values });
      if ('event' in result) happenings.add(result);
    }
    const streams = happenings.take().map(({ stream }) => stream);
    expect(streams).toEqual(['visit/icews-JPN-VNM-2018-06-01', 'visit/icews-VNM-JPN-2018-06-01']);
  });
});

describe('rows of other sources', () => {
  it.for<[SourceName, string, object]>([
    [
      'acled',
      'event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,source,notes,fatalities,year\n' +
        'UKR1,24 February 2022,Battles,Armed clash,Military Forces of Russia (2000-),Military Forces of Ukraine (2019-),Ukraine,Kharkiv,Ukrinform,"Shots, heard",0,2022\n',
      { type: 'ForceUsed', occurred: '2022-02-24', cameo: '193', place: { country: 'UKR', city: 'Kharkiv' } },
    ],
    [
      'ucdp',
      'id,date_start,date_end,type_of_violence,side_a,side_b,country,where_description,source_office,source_headline,best\n' +
        '7,1999-05-26,1999-05-28,1,Government of India,Government of Pakistan,India,Kargil town,Reuters,Strikes,12\n',
      { type: 'ForceUsed', occurred: '1999-05-26/1999-05-28', cameo: '190' },
    ],
    [
      'plover',
      'Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tActor Name\tPrimary Actor Sector\tRecipient Country\tRecipient Name\tCountry\tCity\tSource\tHeadline\n' +
        'p1\t2023-01-02\tCONSULT\tphone\tBGD\tHasina\tGOV\tPAK;IND\tSharif\tBGD\tDhaka\tDaily Star\tA call\n',
      { type: 'CallHeld', occurred: '2023-01-02', summary: 'Hasina – CONSULT – Sharif' },
    ],
  ])('%s become events', async ([source, text, event]) => {
    const [made] = await eventsOf(source, fileOf(`${source}.csv`, text));
    expect(made?.event).toMatchObject(event);
    const composed = made === undefined ? undefined : eventOf(made, await readImportMap(mapFileOf(source)));
    expect(composed).toHaveProperty('event');
  });

  it('of the user are mapped by the commented example', async () => {
    const example = await readImportMap(new URL('../../shared/client/imports/csv/example.yaml', import.meta.url));
    const text = 'id,day,from,to,what,note,country,city,newspaper,link,headline,from_sector,row_number,mood\n';
    const file = fileOf(
      'own.csv',
      `${text}a-1,2025-01~,the Kingdom,South Korea,visit,They came,KOR,Seoul,Herald,,,army,1,good\n`,
    );
    const report = await dryRun(example, file);
    expect(report).toMatchObject({ rows: 1, mapped: 1, events: 1, refused: [] });
  });
});

describe('a map or a file that is not valid', () => {
  it('is refused with each place', () => {
    const text = 'source: X\ntitle: t\nid: id\noccurred: { column: d, format: us }\nactors: {}\n';
    expect(() => importMapFrom(text, 'mine.yaml')).toThrow(MapInvalid);
    expect(() => importMapFrom(text, 'mine.yaml')).toThrow(
      /source: expected 2 to 16 letters.*occurred.format.*actors.source/s,
    );
    expect(() => importMapFrom('a: [', 'mine.yaml')).toThrow('mine.yaml is no valid YAML');
  });

  it('is refused when a column of the map is missing', async () => {
    const file = fileOf('wrong.tab', 'Event ID\tEvent Date\n1\t2018-01-01\n');
    await expect(dryRun('icews', file)).rejects.toThrow('has no column CAMEO Code, Source Country, Target Country');
    const wide = fileOf('wide.tab', `${Array.from({ length: 90 }, () => 'x'.repeat(90)).join('\t')}\n`);
    const shown = /is it a file of another source\? Its first row is (x{24}, ){4}x{24} and 85 more$/;
    await expect(dryRun('icews', wide)).rejects.toThrow(shown);
  });
});

describe('what a report holds', () => {
  it('is cut to its bounds, and counted', async () => {
    const map = await readImportMap(mapFileOf('icews'));
    const columns = Array.from({ length: 80 }, (_, index) => [`Extra ${index}`, 'x'.repeat(200)] as const);
    const values = {
      ...Object.fromEntries(columns),
      'Event ID': '1',
      'Event Date': '2018-06-01',
      'Source Country': 'Bangladesh',
      'Target Country': 'Vietnam',
      'CAMEO Code': '040',
    };
    const result = rowMapper(map, undefined)({ number: 1, values });
    expect(result).toMatchObject({ cut: expect.any(Number) });
    const fields = 'report' in result ? (result.report.source?.fields ?? {}) : {};
    const bytes = Buffer.byteLength(JSON.stringify(fields));
    expect(bytes).toBeLessThanOrEqual(maxSourceBytes);
    expect('cut' in result && result.cut).toBe(80 - Object.keys(fields).length);
  });

  it('of more rows than an event takes is left to be attached', async () => {
    const map = await readImportMap(mapFileOf('icews'));
    const happenings = new Happenings(map);
    const base = { 'Event Date': '2018-06-01', 'Source Country': 'Bangladesh', 'Target Country': 'Vietnam' };
    for (let id = 0; id <= mostReports; id += 1) {
      const values = { ...base, 'CAMEO Code': '040', 'Event ID': String(id) };
      const result = rowMapper(map, undefined)({ number: id, values });
      if ('event' in result) happenings.add(result);
    }
    const [one] = happenings.take();
    const composed = one && eventOf(one, map);
    expect(composed).toMatchObject({ further: [{ reference: `icews:${mostReports}` }] });
  });
});
