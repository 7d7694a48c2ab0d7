/** Bytes of stored events that one page takes: a Lambda function's reply holds 6 MB, and a reply adds to what is stored. */
export const maxPageBytes = 4 * 1024 * 1024;

/** Bytes of an item as JSON. */
export const jsonBytes = (item: unknown): number => Buffer.byteLength(JSON.stringify(item));
