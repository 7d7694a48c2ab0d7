import { nearestParties } from '#shared/domain/parties/unknown-party.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import type { ImportMap } from './import-map.ts';
import type { RowCount, Tally } from './import-tally.ts';
import type { SkipReason } from './map-row.ts';

/** The reasons in words, for the table. */
export const reasons: Readonly<Record<SkipReason, string>> = {
  malformed: 'the row has not the columns of the file',
  'no-id': 'the row has no id',
  'no-date': 'the row has no date, or none that exists',
  'before-since': 'before --since',
  'no-state': 'an actor without a state',
  'no-party': 'an actor that is no party, such as a region',
  'unknown-actor': 'an actor that is not known',
  'one-country': 'both actors of one country',
  'unknown-code': 'a code that is not known',
};

/** A name that is not known, with the nearest that are. */
interface Unknown {
  readonly name: string;
  readonly rows: number;
  readonly first: readonly string[];
  readonly nearest?: readonly string[];
}

/** What an import did, as JSON. */
export interface ImportReport {
  readonly source: string;
  readonly title: string;
  readonly licence?: string;
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** `false`: it was interrupted, and `--resume` goes on. */
  readonly complete: boolean;
  readonly seconds: number;
  readonly rows: number;
  readonly mapped: number;
  readonly events: number;
  readonly recorded: number;
  readonly attached: number;
  readonly known: number;
  readonly cutFields: number;
  readonly skipped: readonly { readonly reason: string; readonly rows: number; readonly first: readonly string[] }[];
  readonly refused: readonly { readonly problem: string; readonly rows: number; readonly first: readonly string[] }[];
  readonly warnings: readonly { readonly code: string; readonly rows: number; readonly first: readonly string[] }[];
  readonly unknownActors: readonly Unknown[];
  readonly unknownCodes: readonly Unknown[];
  readonly scores: {
    readonly equal: number;
    readonly different: readonly { readonly code: string; readonly rows: number; readonly first: readonly string[] }[];
  };
}

export interface ReportedRun {
  readonly map: ImportMap;
  readonly files: readonly string[];
  readonly dryRun: boolean;
  readonly complete: boolean;
  readonly seconds: number;
}

const byFrequency = (counts: Readonly<Record<string, RowCount>>) =>
  Object.entries(counts).toSorted(([a, { rows: one }], [b, { rows: other }]) => other - one || (a < b ? -1 : 1));

/** Makes the report of an import. */
export function importReport(tally: Tally, { map, files, dryRun, complete, seconds }: ReportedRun): ImportReport {
  const { skipped, refused, warnings, unknownActors, unknownCodes, scores, ...counts } = tally;
  return {
    source: map.source,
    title: map.title,
    ...(map.licence !== undefined && { licence: map.licence }),
    files,
    dryRun,
    complete,
    seconds: Math.round(seconds * 10) / 10,
    ...counts,
    skipped: byFrequency(skipped as Record<string, RowCount>).map(([reason, count]) => ({ reason, ...count })),
    refused: byFrequency(refused).map(([problem, count]) => ({ problem, ...count })),
    warnings: byFrequency(warnings).map(([code, count]) => ({ code, ...count })),
    unknownActors: byFrequency(unknownActors).map(([name, count]) => ({ name, ...count, ...nearestTo(name) })),
    unknownCodes: byFrequency(unknownCodes).map(([name, count]) => ({ name, ...count })),
    scores: {
      equal: scores.equal,
      different: byFrequency(scores.different).map(([code, count]) => ({ code, ...count })),
    },
  };
}

function nearestTo(name: string): { readonly nearest?: readonly string[] } {
  const near = nearestParties(name).map((code) => `${code} (${partyName(code)})`);
  return near.length === 0 ? {} : { nearest: near };
}
