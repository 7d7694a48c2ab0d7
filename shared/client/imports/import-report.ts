import { nearestParties } from '#shared/domain/parties/unknown-party.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import type { AppendReply } from '#shared/client/api-schema.ts';
import type { ImportMap } from './import-map.ts';
import type { RowCount, Tally } from './import-tally.ts';
import type { SkipReason } from './map-row.ts';
import { nearestCodes } from './nearest-code.ts';

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

/** The warnings of the API in words, for the table. */
export const warningWords: Readonly<Record<NonNullable<AppendReply['warnings']>[number]['code'], string>> = {
  'place-elsewhere': 'the place is in a country that the event does not name',
  namesake: 'the place is in a region that bears the name of a party',
  'party-out-of-time': 'a state before or after its time',
  'reported-before': 'reported before it was held',
};

/** What a dry run cannot know, and why. */
export interface NotKnown {
  readonly what: string;
  readonly why: string;
}

/** A name or code that is not known, with the nearest that are. */
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
  /** What the counts leave out, because nothing was posted. */
  readonly notKnown?: readonly NotKnown[];
  readonly rows: number;
  readonly mapped: number;
  readonly events: number;
  /** In a dry run what would be recorded, attached and known. */
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
  /** Why a dry run did not read the record; absent: it did. */
  readonly unread?: string | undefined;
  readonly complete: boolean;
  readonly seconds: number;
}

const byFrequency = (counts: Readonly<Record<string, RowCount>>) =>
  Object.entries(counts).toSorted(([a, { rows: one }], [b, { rows: other }]) => other - one || (a < b ? -1 : 1));

/** Makes the report of an import. */
export function importReport(tally: Tally, run: ReportedRun): ImportReport {
  const { map, files, dryRun, complete, seconds } = run;
  const { skipped, refused, warnings, unknownActors, unknownCodes, scores, ...counts } = tally;
  return {
    source: map.source,
    title: map.title,
    ...(map.licence !== undefined && { licence: map.licence }),
    files,
    dryRun,
    complete,
    seconds: Math.round(seconds * 10) / 10,
    ...(dryRun && { notKnown: notKnownTo(run) }),
    ...counts,
    skipped: byFrequency(skipped as Record<string, RowCount>).map(([reason, count]) => ({ reason, ...count })),
    refused: byFrequency(refused).map(([problem, count]) => ({ problem, ...count })),
    warnings: byFrequency(warnings).map(([code, count]) => ({ code, ...count })),
    unknownActors: byFrequency(unknownActors).map(([name, count]) => ({ name, ...count, ...near(partiesNear(name)) })),
    unknownCodes: byFrequency(unknownCodes).map(([name, count]) => ({
      name,
      ...count,
      ...near(nearestCodes(name, map)),
    })),
    scores: {
      equal: scores.equal,
      different: byFrequency(scores.different).map(([code, count]) => ({ code, ...count })),
    },
  };
}

const partiesNear = (name: string): string[] => nearestParties(name).map((code) => `${code} (${partyName(code)})`);

const near = (nearest: readonly string[]): Pick<Unknown, 'nearest'> => (nearest.length === 0 ? {} : { nearest });

const notKnownTo = ({ unread }: Pick<ReportedRun, 'unread'>): NotKnown[] => [
  ...(unread === undefined
    ? []
    : [{ what: 'known, and attached to known events', why: `the record was not read: ${unread}` }]),
  {
    what: 'refused, and nothing new, by the rules of a stream',
    why: 'only posting tells: relations that are severed already, a visit that contradicts another',
  },
];
