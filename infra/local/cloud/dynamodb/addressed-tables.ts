const streamTable = /:table\/([^/"]+)\/stream\//;

/**
 * Table names of the API's own level: in JSON text a quotation mark inside a value is escaped, so values cannot match.
 */
const tableName = /"TableName"\s*:\s*"([^"]+)"/g;

/** PartiQL statements: attribute values are objects, so only a statement follows this name as text. */
const statement = /"Statement"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const statementTable =
  /^(?:\s|\\[nrt])*(?:insert\s+into|update|delete\s+from|(?:exists\s*\(\s*)?select\s.*?\sfrom)\s+(?:\\"(.+?)\\"|([\w.-]+))/is;

/**
 * Lists the tables that a call addresses, in the order of the text. Parses JSON only for batches, which name tables as
 * keys.
 */
export function addressedTables(target: string, body: string): string[] {
  if (target.startsWith('DynamoDBStreams_')) {
    const stream = streamTable.exec(body)?.[1];
    if (stream !== undefined) return [stream];
  }
  if (target.endsWith('.BatchGetItem') || target.endsWith('.BatchWriteItem')) return requestedTables(body);
  if (/\.(?:Batch)?Execute(?:Statement|Transaction)$/.test(target))
    return Array.from(body.matchAll(statement), ([, text = '']) => {
      const [, quoted, plain = ''] = statementTable.exec(text) ?? [];
      return quoted ?? plain;
    });
  return Array.from(body.matchAll(tableName), ([, name = '']) => name);
}

/** The tables of a batch; none when the body is not a batch, which DynamoDB refuses itself. */
function requestedTables(body: string): string[] {
  try {
    const { RequestItems } = JSON.parse(body) as { RequestItems?: object };
    return Object.keys(RequestItems ?? {});
  } catch {
    return [];
  }
}
