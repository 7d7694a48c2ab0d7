import { type ImportReport, reasons } from '#shared/client/imports/import-report.ts';
import { grouped, styled, table } from './terminal.ts';

/** Names that the table shows of each list; the file has all. */
const most = 12;

/** The report of an import as tables. */
export function reportTable(report: ImportReport): string {
  const { rows, mapped, events, recorded, attached, known, cutFields, seconds, dryRun } = report;
  const counts: readonly (readonly [string, number])[] = [
    ['rows', rows],
    ['mapped to events', mapped],
    ['events', events],
    ...(dryRun
      ? []
      : ([
          ['events recorded', recorded],
          ['events already recorded', known],
          ['further reports attached', attached],
        ] as const)),
    ...(cutFields > 0 ? ([['fields that did not fit a report', cutFields]] as const) : []),
  ];
  const reasonOf = (reason: string) =>
    `${reason}: ${Object.entries(reasons).find(([name]) => name === reason)?.[1] ?? ''}`;
  return [
    `${styled('bold', report.title)}${dryRun ? ', nothing was posted' : ''}, ${seconds} s`,
    table([['what', 'count'], ...counts.map(([what, count]) => [what, grouped(count)])]),
    ...section(
      'skipped',
      report.skipped.map(({ reason, ...one }) => ({ name: reasonOf(reason), ...one })),
    ),
    ...section(
      'refused',
      report.refused.map(({ problem, ...one }) => ({ name: problem, ...one })),
    ),
    ...section(
      'warnings',
      report.warnings.map(({ code, ...one }) => ({ name: code, ...one })),
    ),
    ...section(
      'unknown actors',
      report.unknownActors.map((one) => ({ ...one, name: withNearest(one) })),
    ),
    ...section('codes', report.unknownCodes),
    ...section(
      'scores that are not those of the code table',
      report.scores.different.map(({ code, ...one }) => ({ name: code, ...one })),
    ),
  ].join('\n\n');
}

interface Line {
  readonly name: string;
  readonly rows: number;
  readonly first: readonly string[];
}

const withNearest = ({ name, nearest }: { readonly name: string; readonly nearest?: readonly string[] }): string =>
  nearest === undefined ? name : `${name}, perhaps ${nearest.join(' or ')}`;

function section(title: string, lines: readonly Line[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most).map(({ name, rows, first }) => [grouped(rows), first.join(', '), name]);
  const more = lines.length > most ? `\n… and ${lines.length - most} more` : '';
  return [`${table([['rows', 'first rows', title], ...shown])}${more}`];
}
