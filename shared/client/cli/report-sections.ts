import { type ImportReport, reasons, warningWords } from '#shared/client/imports/import-report.ts';
import { grouped } from './terminal.ts';

/** A table of a report. */
export interface ReportSection {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of the report of an import: its counts, and each list that is not empty. */
export function reportSections(report: ImportReport): ReportSection[] {
  const { skipped, refused, warnings, unknownActors, unknownCodes, scores, notKnown = [] } = report;
  return [
    { headings: ['what', 'count'], rows: countsOf(report).map(([what, count]) => [what, grouped(count)]) },
    listed('skipped', skipped, ({ reason }) => `${reason}: ${wordsOf(reasons, reason)}`),
    listed('refused', refused, ({ problem }) => problem),
    listed('warnings', warnings, ({ code }) => `${code}: ${wordsOf(warningWords, code)}`),
    listed('unknown actors', unknownActors, withNearest),
    listed('unknown codes', unknownCodes, withNearest),
    listed('scores that are not those of the code table', scores.different, ({ code }) => code),
    { headings: ['not known without posting', 'why'], rows: notKnown.map(({ what, why }) => [what, why]) },
  ].filter(({ rows }) => rows.length > 0);
}

/** What a report is of, in a line. */
export const reportTitle = ({ title, dryRun, complete, seconds }: ImportReport): string =>
  `${title}${dryRun ? ', nothing was posted' : ''}${complete ? '' : ', interrupted'}, ${seconds} s`;

function countsOf(report: ImportReport): (readonly [string, number])[] {
  const { rows, mapped, events, recorded, known, attached, cutFields, dryRun } = report;
  const would = dryRun ? ', if it were posted' : '';
  return [
    ['rows', rows],
    ['mapped to events', mapped],
    ['events', events],
    [`events recorded${would}`, recorded],
    ['events already recorded', known],
    [`further reports attached${would}`, attached],
    ...(cutFields > 0 ? ([['fields that did not fit a report', cutFields]] as const) : []),
  ];
}

interface Line {
  readonly rows: number;
  readonly first: readonly string[];
}

const listed = <Of extends Line>(title: string, lines: readonly Of[], named: (line: Of) => string): ReportSection => ({
  headings: ['rows', 'first rows', title],
  rows: lines.map((line) => [grouped(line.rows), line.first.join(', '), named(line)]),
});

const wordsOf = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? '';

const withNearest = ({ name, nearest }: { readonly name: string; readonly nearest?: readonly string[] }): string =>
  nearest === undefined ? name : `${name}, perhaps ${nearest.join(' or ')}`;
