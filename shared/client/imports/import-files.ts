import { basename } from 'node:path';
import type { Report } from '#shared/domain/events/evidence.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { eventOf } from './event-of-happening.ts';
import { Happenings } from './happenings.ts';
import type { ImportMap } from './import-map.ts';
import { count, countMapped, countSkipped, emptyTally, type Tally } from './import-tally.ts';
import { neededColumns, rowMapper } from './map-row.ts';
import { readRows } from './read-rows.ts';
import { Recorder } from './recorder.ts';
import { whenFollowed } from './when-followed.ts';

/** Rows that are dealt with at once: as many as are held in memory, and as an interrupted import reads again. */
export const rowsPerPart = 5000;

/** How far an import has come. */
export interface ImportState {
  /** The file that is read, counted from 0, and its rows that are done. */
  file: number;
  row: number;
  readonly tally: Tally;
}

export interface ImportOptions {
  readonly files: readonly string[];
  readonly map: ImportMap;
  /** Absent: a dry run, which posts nothing. */
  readonly client?: Chancery | undefined;
  readonly since?: string | undefined;
  /** Where an earlier run ended. */
  readonly from?: ImportState | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told the progress after each part, once all of it is recorded. */
  readonly onPart?: ((state: ImportState) => Promise<void>) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly file: string;
  /** Bytes of the file that are read. */
  readonly bytes: number;
  readonly tally: Tally;
}

/** Imports files in constant memory and returns the counts; ends early, after a part, when the signal says so. */
export async function importFiles(options: ImportOptions): Promise<ImportState> {
  const { files, map, client, since, onPart, onProgress, signal } = options;
  const { tally: counted, ...place } = options.from ?? { file: 0, row: 0, tally: emptyTally() };
  const state: ImportState = { ...place, tally: { ...emptyTally(), ...counted } };
  const { tally } = state;
  const mapped = rowMapper(map, since);
  const happenings = new Happenings(map);
  const recorder = client && new Recorder(client, map, tally);
  const rows = new Map<string, string>();
  const rowOf = (report: Report | undefined): string => rows.get(report?.reference ?? '') ?? '?';

  const endPart = async (row: number): Promise<void> => {
    const taken = happenings.take();
    tally.events += taken.length;
    if (recorder === undefined || client === undefined) {
      for (const one of taken) {
        const composed = eventOf(one, map);
        if ('refused' in composed) count(tally.refused, composed.refused, rowOf(one.reports[0]));
      }
    } else {
      await recorder.record(taken, rowOf);
      if (recorder.last !== undefined) await whenFollowed(client, recorder.last);
    }
    rows.clear();
    state.row = row;
    await onPart?.(state);
  };

  for (; state.file < files.length; state.file += 1) {
    const file = files[state.file] ?? '';
    let bytes = 0;
    let last = 0;
    const onBytes = (more: number): void => void (bytes += more);
    for await (const row of readRows(file, map, neededColumns(map), onBytes)) {
      last = row.number;
      if (row.number <= state.row) continue;
      const label = files.length === 1 ? String(row.number) : `${basename(file)}:${row.number}`;
      tally.rows += 1;
      const result = mapped(row);
      if ('skipped' in result) countSkipped(tally, result, label);
      else {
        countMapped(tally, result, label);
        rows.set(result.report.reference ?? '', label);
        happenings.add(result);
      }
      if (row.number % rowsPerPart !== 0) continue;
      await endPart(row.number);
      onProgress?.({ file, bytes, tally });
      if (signal?.aborted === true) return state;
    }
    await endPart(last);
    onProgress?.({ file, bytes, tally });
    state.row = 0;
  }
  return state;
}
