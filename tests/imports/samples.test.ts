import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '#shared/domain/events/event-types.ts';
import { partyCodes } from '#shared/domain/parties/party-aliases.ts';
import { eventOf } from '#shared/client/imports/event-of-happening.ts';
import { Happenings } from '#shared/client/imports/happenings.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf, type SourceName } from '#shared/client/imports/sources.ts';
import { neededColumns, rowMapper } from '#shared/client/imports/map-row.ts';
import { readRows } from '#shared/client/imports/read-rows.ts';
import { dryRun, sampleFile } from '#tests/support/dry-run.ts';

const expected = (sample: string): unknown => JSON.parse(readFileSync(sampleFile(`${sample}.report.json`), 'utf8'));

/** The samples, with the source of each. */
const samples: readonly (readonly [sample: string, file: string, source: SourceName])[] = [
  ['icews', 'icews.tab', 'icews'],
  ['gdelt1', 'gdelt1.export.CSV', 'gdelt1'],
  ['gdelt2', 'gdelt2.export.CSV', 'gdelt2'],
  ['gdelt2-real', 'gdelt2-real.export.CSV', 'gdelt2'],
  ['acled', 'acled.csv', 'acled'],
  ['ucdp', 'ucdp.csv', 'ucdp'],
  ['plover', 'plover.tsv', 'plover'],
];

describe('an import of samples', () => {
  it.each(samples)('reports of %s what the sample holds', async (sample, file, source) => {
    expect(await dryRun(source, sampleFile(file))).toEqual(expected(sample));
  });

  it('reports of a file of the user what the sample holds, by the commented example of a map', async () => {
    const example = await readImportMap(new URL('../../shared/client/imports/csv/example.yaml', import.meta.url));
    expect(await dryRun(example, sampleFile('csv.csv'))).toEqual(expected('csv'));
  });

  it('has a note of source and licence for each, and at most 200 rows', () => {
    const notes = readFileSync(sampleFile('README.md'), 'utf8');
    const files = readdirSync(sampleFile('.')).filter((file) => !/\.(md|json)$/.test(file));
    expect(files).toHaveLength(samples.length + 1);
    for (const file of files) {
      expect(notes).toContain(`\`${file}\``);
      expect(readFileSync(sampleFile(file), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(201);
    }
  });
});

/** The events of the sample of ICEWS, with the number of its rows between two states. */
async function eventsOfIcews() {
  const map = await readImportMap(mapFileOf('icews'));
  const happenings = new Happenings(map);
  const mapped = rowMapper(map, undefined);
  let betweenStates = 0;
  for await (const row of readRows(sampleFile('icews.tab'), map, neededColumns(map))) {
    const { 'Source Country': source, 'Target Country': target } = row.values;
    if (source !== undefined && target !== undefined && source !== target) betweenStates += 1;
    const result = mapped(row);
    if ('event' in result) happenings.add(result);
  }
  const taken = happenings.take();
  return { betweenStates, events: taken.map((one) => eventOf(one, map)) };
}

describe('the sample of ICEWS', () => {
  it('has no row between two states that gets no type', async () => {
    const { betweenStates, events } = await eventsOfIcews();
    const { mapped } = await dryRun('icews', sampleFile('icews.tab'));
    expect(betweenStates).toBeGreaterThan(50);
    expect(mapped).toBe(betweenStates);
    for (const one of events) expect('event' in one && Object.hasOwn(eventTypes, one.event.type)).toBe(true);
  });

  it('has no state that is not known', async () => {
    const { unknownActors, skipped } = await dryRun('icews', sampleFile('icews.tab'));
    expect(unknownActors).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).not.toContain('unknown-actor');
    const { events } = await eventsOfIcews();
    const parties = events.flatMap((one) => ('event' in one && 'participants' in one.event ? one.event.participants : [])); // prettier-ignore
    for (const { party } of parties) expect(partyCodes.has(party)).toBe(true);
  });

  it('has no score that is not that of the code table', async () => {
    const { scores, mapped } = await dryRun('icews', sampleFile('icews.tab'));
    expect(scores).toEqual({ equal: mapped, different: [] });
  });
});
