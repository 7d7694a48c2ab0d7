import type { ImportReport } from '#shared/client/imports/import-report.ts';
import { type ReportSection, reportSections, reportTitle } from './report-sections.ts';
import { styled, table } from './terminal.ts';

/** Lines that a terminal shows of each list; the files have all. */
const most = 12;

/** The report of an import as tables for a terminal. */
export const reportTable = (report: ImportReport): string =>
  [styled('bold', reportTitle(report)), ...reportSections(report).map(shown)].join('\n\n');

function shown({ headings, rows }: ReportSection): string {
  const more = rows.length > most ? `\n… and ${rows.length - most} more` : '';
  return `${table([headings, ...rows.slice(0, most)])}${more}`;
}

/** The report of an import as Markdown, with all that it lists. */
export function reportMarkdown(report: ImportReport): string {
  const { files, licence } = report;
  const about = [`Files: ${files.join(', ')}`, ...(licence === undefined ? [] : [`Licence of the source: ${licence}`])];
  const tables = reportSections(report).map(({ headings, rows }) =>
    [headings, headings.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n'),
  );
  return `${[`# ${cell(reportTitle(report))}`, ...about.map(cell), ...tables].join('\n\n')}\n`;
}

/** A text as a cell: what a file has in it is no markup. */
const cell = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\|<>`*_[\]]/g, '\\$&');
