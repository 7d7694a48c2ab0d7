/** The formats of an export's files. */
export const formats = ['jsonl', 'csv', 'parquet'] as const;
export type Format = (typeof formats)[number];
