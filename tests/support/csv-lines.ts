import Papa from 'papaparse';

/** The rows of CSV, without the quotes, each with its cells joined by commas. */
export const csvLines = (body: string): string[] =>
  Papa.parse<string[]>(body.trimEnd(), { delimiter: ',' }).data.map((cells) => cells.join(','));
