import type {
  AttributeValue,
  BatchExecuteStatementCommandInput,
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  ExecuteStatementCommandInput,
  ExecuteStatementCommandOutput,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';

/**
 * The size that DynamoDB bills: UTF-8 bytes of names and strings; a number takes about a byte for two digits and one
 * more.
 */
export const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, { S, N }]) => {
    const value = S === undefined ? Math.ceil((N ?? '').length / 2) + 1 : Buffer.byteLength(S);
    return sum + Buffer.byteLength(name) + value;
  }, 0);

/**
 * What a transaction of puts and checks costs: two units for each KB of each put; a check, here of small or missing
 * items, takes two.
 */
export const transactionUnits = ({ TransactItems = [] }: TransactWriteItemsCommandInput): number =>
  TransactItems.reduce((sum, { Put, ConditionCheck }) => {
    if (Put?.Item !== undefined) return sum + 2 * Math.ceil(itemBytes(Put.Item) / 1024);
    if (ConditionCheck === undefined) throw new Error('Only transactions of puts and checks can be counted');
    return sum + 2;
  }, 0);

/**
 * What a batch of reads costs beyond what DynamoDB Local states: one unit for a consistent look for an item that is not
 * there.
 */
export const missingUnits = (
  { RequestItems = {} }: BatchGetItemCommandInput,
  { Responses = {}, UnprocessedKeys = {} }: BatchGetItemCommandOutput,
): number => {
  const keysOf = (tables: typeof RequestItems) => Object.values(tables).flatMap(({ Keys = [] }) => Keys).length;
  return keysOf(RequestItems) - keysOf(UnprocessedKeys) - Object.values(Responses).flat().length;
};

/**
 * What a consistent statement of several partitions costs: a unit for each 4 KB of what it finds in each of them, at
 * least one; DynamoDB Local states none.
 */
export const selectUnits = (
  { Statement = '', Parameters = [] }: ExecuteStatementCommandInput,
  { Items = [] }: ExecuteStatementCommandOutput,
): number => {
  const [, key = '', marks = ''] = /WHERE "(\w+)" IN \[([?, ]*)\]/.exec(Statement) ?? [];
  const partitions = Map.groupBy(Items, (item) => item[key]?.S);
  return Parameters.slice(0, marks.split(',').length).reduce((sum, { S }) => {
    const bytes = (partitions.get(S) ?? []).reduce((all, item) => all + itemBytes(item), 0);
    return sum + Math.max(1, Math.ceil(bytes / 4096));
  }, 0);
};

/** The attributes that a statement writes: the whole item, so that its first parameters are their values. */
const written = ['partition', 'sort', 'position', 'data'];

/**
 * What a batch of statements that write rows costs: one unit for each KB of each row, whether its condition holds or
 * not; DynamoDB Local states none.
 */
export const statementUnits = ({ Statements = [] }: BatchExecuteStatementCommandInput): number =>
  Statements.reduce((sum, { Statement = '', Parameters = [] }) => {
    if (!/^(INSERT|UPDATE) /.test(Statement)) throw new Error(`Not counted: ${Statement}`);
    const bytes = Parameters.slice(0, written.length).reduce((all, value) => all + itemBytes({ '': value }), 0);
    return sum + Math.ceil((bytes + written.join('').length) / 1024);
  }, 0);
