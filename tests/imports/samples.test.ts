import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dryRun, sampleFile } from '#tests/support/dry-run.ts';

const expected = (source: string): unknown => JSON.parse(readFileSync(sampleFile(`${source}.report.json`), 'utf8'));

describe('an import of real and made-up rows', () => {
  it('reports of ICEWS what the sample holds', async () => {
    expect(await dryRun('icews', sampleFile('icews.tab'))).toEqual(expected('icews'));
  });

  it('reports of GDELT 2.0 what the sample holds', async () => {
    expect(await dryRun('gdelt2', sampleFile('gdelt2.export.CSV'))).toEqual(expected('gdelt2'));
  });

  it('knows every state name of ICEWS, and has every score but those in which the code tables differ', async () => {
    const { unknownActors, scores } = await dryRun('icews', sampleFile('icews.tab'));
    expect(unknownActors).toEqual([]);
    const differing = ['016', '022', '164', '165'];
    expect(scores.different.filter(({ code }) => !differing.some((known) => code.startsWith(known)))).toEqual([]);
  });
});
