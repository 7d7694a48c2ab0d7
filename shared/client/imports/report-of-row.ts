import { maxSourceBytes, maxSourceFields, type Report } from '#shared/domain/events/evidence.ts';
import { cleanText } from './clean-text.ts';
import type { ImportMap } from './import-map.ts';

type Values = Readonly<Record<string, string>>;

/** Returns the reference of a row: the source, and its own id. */
export const referenceOf = ({ source }: Pick<ImportMap, 'source'>, id: string): string =>
  `${source}:${cleanText(id, 100) ?? ''}`;

/** Makes the report of a row; what has no other home goes to `source.fields`, as much as a report holds. */
export function reportOf(values: Values, map: ImportMap, id: string, housed: ReadonlySet<string>): ReportOfRow {
  const { publisher, url, title, otherwise } = map.report;
  const address = webAddress(url === undefined ? undefined : values[url]);
  const named = cleanText(publisher === undefined ? undefined : values[publisher], 120);
  const other = url === undefined ? undefined : cleanText(values[url], 120);
  const unhoused = Object.entries(values).filter(
    ([column]) => !housed.has(column) && !(column === url && address !== undefined),
  );
  const { fields, cut } = fitting(unhoused);
  const titled = cleanText(title === undefined ? undefined : values[title], 300);
  return {
    cut,
    report: {
      publisher:
        named ?? (address === undefined ? (other ?? otherwise) : new URL(address).hostname.replace(/^www\./, '')),
      ...(titled !== undefined && { title: titled }),
      ...(address !== undefined && { url: address }),
      reference: referenceOf(map, id),
      ...(Object.keys(fields).length > 0 && { source: { fields } }),
    },
  };
}

export interface ReportOfRow {
  readonly report: Report;
  /** Fields that did not fit whole. */
  readonly cut: number;
}

function webAddress(cell: string | undefined): string | undefined {
  if (cell === undefined || cell.length > 500 || !/^https?:\/\/\S+$/i.test(cell)) return undefined;
  return cell.isWellFormed() && URL.canParse(cell) && URL.parse(cell)?.hostname !== '' ? cell : undefined;
}

/** Characters of one field at most, of which a longer cell keeps the beginning. */
const maxFieldCharacters = 500;

function fitting(cells: readonly (readonly [string, string])[]) {
  const fields: Record<string, string> = {};
  let bytes = 2;
  let cut = 0;
  for (const [column, cell] of cells) {
    const [key, value] = [cleanText(column, 60), cleanText(cell, maxFieldCharacters)];
    if (key === undefined || value === undefined) continue;
    const more = Buffer.byteLength(JSON.stringify({ [key]: value }));
    if (bytes + more > maxSourceBytes || Object.keys(fields).length === maxSourceFields) {
      cut += 1;
      continue;
    }
    if (cell.length > maxFieldCharacters) cut += 1;
    bytes += more;
    fields[key] = value;
  }
  return { fields, cut };
}
