import { basename } from 'node:path';
import type { Report } from '#shared/domain/events/evidence.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { Happenings } from './happenings.ts';
import type { ImportMap } from './import-map.ts';
import { beginning, type ImportState } from './import-state.ts';
import { countMapped, countSkipped, emptyTally, type Tally } from './import-tally.ts';
import { neededColumns, rowMapper } from './map-row.ts';
import { postEvents } from './post-events.ts';
import { isRepeatable } from './part-plan.ts';
import { readRows } from './read-rows.ts';
import { RecentEvents } from './recent-events.ts';
import { type Post, Recorder } from './recorder.ts';
import { whenFollowed } from './when-followed.ts';
import { wouldPost } from './would-post.ts';

/** Rows that are dealt with at once: as many as are held in memory, and as an interrupted import deals with again. */
export const rowsPerPart = 1000;

export interface ImportOptions {
  readonly files: readonly string[];
  readonly map: ImportMap;
  /** Absent: a dry run, which posts nothing. */
  readonly client?: Chancery | undefined;
  /** Reads what the record has, for a dry run; absent: as if it had nothing. */
  readonly reader?: Pick<Chancery, 'list'> | undefined;
  readonly since?: string | undefined;
  /** Where an earlier run ended. */
  readonly from?: ImportState | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told what to keep before anything is posted, and after each part. */
  readonly onState?: ((state: ImportState) => Promise<void>) | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly file: string;
  /** Bytes of the file that are read. */
  readonly bytes: number;
  readonly tally: Tally;
}

/** What an import has done. */
export interface ImportRun {
  readonly tally: Tally;
  /** `false`: it was interrupted. */
  readonly complete: boolean;
}

const nothing: Pick<Chancery, 'list'> = { async *list() {} };

/**
 * Imports files in constant memory. When the signal says so it ends early, after the calls under way; a run from the
 * state that was kept last goes on, and counts as if there had been one.
 */
export async function importFiles(options: ImportOptions): Promise<ImportRun> {
  const { files, map, client, reader = nothing, since, from = beginning(), onState, onProgress, signal } = options;
  const tally: Tally = { ...emptyTally(), ...structuredClone(from.tally) };
  const mapped = rowMapper(map, since);
  const happenings = new Happenings(map);
  const recent = new RecentEvents(from.counted);
  const post: Post = client === undefined ? wouldPost() : async (...events) => postEvents(client, ...events);
  const recorder = new Recorder({ client: client ?? reader, post, map, tally, recent, signal });
  const rows = new Map<string, string>();
  const rowOf = (report: Report | undefined): string => rows.get(report?.reference ?? '') ?? '?';
  const interrupted = (): boolean => signal?.aborted === true;
  let done: ImportState = from;
  const follow = async ({ last, lastAt = '' }: ImportState): Promise<void> => {
    if (client !== undefined && last !== undefined && isRepeatable(lastAt)) await whenFollowed(client, last, signal);
  };

  /** Deals with the rows since the last part; `false`: it was interrupted. */
  const endPart = async (file: number, row: number): Promise<boolean> => {
    if (interrupted()) return false;
    const taken = happenings.take();
    tally.events += taken.length;
    const onPlan = async (plan: NonNullable<ImportState['plan']>): Promise<void> => onState?.({ ...done, plan });
    await recorder.record({ happenings: taken, rowOf, planned: done.plan, onPlan });
    if (interrupted()) return false;
    rows.clear();
    const before = done;
    const last = recorder.last ?? before.last;
    done = {
      file,
      row,
      tally: structuredClone(tally),
      counted: recent.counted,
      last,
      lastAt: last === before.last ? before.lastAt : new Date().toISOString(),
    };
    await onState?.(done);
    await follow(before); // the read models may be a part behind, not further
    return true;
  };

  await onState?.(done);
  await follow(done);
  for (let file = from.file; file < files.length; file += 1) {
    const name = files[file] ?? '';
    const skipped = file === from.file ? from.row : 0;
    let bytes = 0;
    let last = 0;
    const onBytes = (more: number): void => void (bytes += more);
    for await (const row of readRows(name, map, neededColumns(map), onBytes)) {
      last = row.number;
      if (row.number <= skipped) continue;
      const label = files.length === 1 ? String(row.number) : `${basename(name)}:${row.number}`;
      tally.rows += 1;
      const result = mapped(row);
      if ('skipped' in result) countSkipped(tally, result, label);
      else {
        countMapped(tally, result, label);
        rows.set(result.report.reference ?? '', label);
        happenings.add(result);
      }
      if (row.number % rowsPerPart !== 0) continue;
      if (!(await endPart(file, row.number))) return { tally, complete: false };
      onProgress?.({ file: name, bytes, tally });
    }
    if (!(await endPart(file, last))) return { tally, complete: false };
    onProgress?.({ file: name, bytes, tally });
  }
  await follow(done);
  return { tally, complete: true };
}
