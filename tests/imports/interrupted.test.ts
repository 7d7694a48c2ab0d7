import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Chancery } from '#shared/client/chancery.ts';
import { importFiles, type ImportOptions, rowsPerPart } from '#shared/client/imports/import-files.ts';
import { readImportMap } from '#shared/client/imports/import-map.ts';
import { mapFileOf } from '#shared/client/imports/sources.ts';
import type { ImportState } from '#shared/client/imports/import-state.ts';
import { recordInMemory } from '#tests/support/record-in-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-interrupted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const map = await readImportMap(mapFileOf('icews'));
const partners = ['India', 'Pakistan', 'Japan', 'Vietnam', 'Nepal', 'China', 'Germany', 'France'];
const codes = ['040', '042', '051', '111', '161'];

/** Rows of which a third are reports of happenings that other rows, also of other parts, report. */
function rows(count: number): string {
  const columns = ['Event ID', 'Event Date', 'Source Country', 'Target Country', 'CAMEO Code'];
  const lines = Array.from({ length: count }, (_, row) => {
    const happening = row % 3 === 0 ? row % 600 : row;
    const day = `2018-0${1 + (happening % 9)}-${10 + (Math.floor(happening / 9) % 18)}`;
    const [partner = '', code = ''] = [partners[happening % 8], codes[Math.floor(happening / 40) % 5]];
    return [String(row + 1), day, 'Bangladesh', partner, code].join('\t');
  });
  return [columns.join('\t'), ...lines, ''].join('\n');
}

const file = join(folder, 'rows.tab');
writeFileSync(file, rows(Math.round(rowsPerPart * 2.2)));
const run = async (client: Chancery, more: Partial<ImportOptions> = {}) =>
  importFiles({ files: [file], map, client, ...more });

/** The references of all reports of a record, each as often as it is there. */
const references = ({ events, reportsOf }: ReturnType<typeof recordInMemory>): string[] =>
  [...events.keys()].flatMap((id) => reportsOf(id).flatMap(({ reference }) => reference ?? [])).toSorted();

/** A client whose process ends at a call: before the API has it, or when it was recorded and the reply is lost. */
function endingAt({ appendCommits, ...client }: Chancery, end: number, recorded: boolean) {
  let calls = 0;
  const ended = new Error('The process is gone');
  return {
    ...client,
    appendCommits: async (...commits: Parameters<Chancery['appendCommits']>) => {
      calls += 1;
      if (calls > end || (calls === end && !recorded)) throw ended;
      const results = await appendCommits(...commits);
      if (calls === end) throw ended;
      return results;
    },
  };
}

const whole = recordInMemory();
const uninterrupted = await run(whole.client);

describe('an import that ends before its end', () => {
  it('is worth looking at', () => {
    expect(uninterrupted.tally.recorded).toBeGreaterThan(300);
    expect(uninterrupted.tally.attached).toBeGreaterThan(300);
    expect(uninterrupted.tally).toMatchObject({ known: 0, refused: {} });
    expect(uninterrupted.tally.recorded).toBe(uninterrupted.tally.events);
  });

  const ends = [1, 3, 8, 10].flatMap((end) => [true, false].map((recorded) => ({ end, recorded })));
  it.each(ends)(
    'killed at call $end (recorded: $recorded) goes on, and counts as if there had been one run',
    async ({ end, recorded }) => {
      const record = recordInMemory({ lags: true });
      let kept: ImportState | undefined;
      const onState = async (state: ImportState): Promise<void> => void (kept = structuredClone(state));
      await expect(run(endingAt(record.client, end, recorded), { onState })).rejects.toThrow('gone');
      expect(kept).toBeDefined();
      const resumed = await run(record.client, { from: kept, onState });
      expect(resumed).toEqual(uninterrupted);
      expect(references(record)).toEqual(references(whole));
    },
  );

  it('goes on after the record has forgotten the keys of what was posted, and records nothing twice', async () => {
    const record = recordInMemory();
    const states: ImportState[] = [];
    await run(record.client, { onState: async (state) => void states.push(structuredClone(state)) });
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000).toISOString();
    const kept = states.find(({ last, plan }) => last !== undefined && plan === undefined);
    if (kept === undefined) throw new Error('No part was done');
    record.forgetKeys();
    await run(record.client, { from: { ...kept, lastAt: eightDaysAgo } });
    expect(references(record)).toEqual(references(whole));
    expect(record.events.size).toBe(whole.events.size);
  });

  it('is told beforehand by a dry run, as if nothing and as if all were recorded', async () => {
    expect(await importFiles({ files: [file], map })).toEqual(uninterrupted);
    const { tally } = await importFiles({ files: [file], map, reader: whole.client });
    expect(tally).toMatchObject({ recorded: 0, attached: 0, known: uninterrupted.tally.events });
  });

  it('by a signal finishes the calls under way, makes no more, and goes on', async () => {
    const record = recordInMemory({ lags: true });
    const interrupting = new AbortController();
    let kept: ImportState | undefined;
    let calls = 0;
    const client: Chancery = {
      ...record.client,
      appendCommits: async (...commits) => {
        calls += 1;
        if (calls === 2) interrupting.abort();
        return record.client.appendCommits(...commits);
      },
    };
    const onState = async (state: ImportState): Promise<void> => void (kept = structuredClone(state));
    const interrupted = await run(client, { signal: interrupting.signal, onState });
    expect(interrupted.complete).toBe(false);
    expect(calls).toBeLessThanOrEqual(4);
    expect(record.events.size).toBe(interrupted.tally.recorded);
    expect(await run(record.client, { from: kept })).toEqual(uninterrupted);
    expect(references(record)).toEqual(references(whole));
  });

  it('and is repeated from the beginning finds what it recorded known, also where timelines do not show it', async () => {
    const record = recordInMemory({ lags: true });
    await run(record.client);
    const again = await run(record.client);
    expect(again.tally).toMatchObject({ recorded: 0, attached: 0, events: uninterrupted.tally.events });
    expect(again.tally.known).toBe(again.tally.events);
    expect(references(record)).toEqual(references(whole));
  });
});
