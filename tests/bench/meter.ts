import type {
  AttributeValue,
  BatchGetItemCommandInput,
  BatchExecuteStatementCommandInput,
  BatchGetItemCommandOutput,
  DynamoDBClient,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Cost, costOf, counted } from '#tests/support/counted-client.ts';

/**
 * Counts what a client's calls cost, as DynamoDB says in its replies. What DynamoDB Local says wrongly is computed: a transaction's puts take two
 * units for each KB of each item, a consistent look for an item that is not there, in a batch too, takes one, and a statement that writes an item
 * takes one for each KB of it, whether its condition holds or not.
 */
export function metered(client: DynamoDBClient): (work: () => Promise<unknown>) => Promise<Cost> {
  const cost = counted(client);
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const reply = await next(args);
        if (commandName === 'TransactWriteItemsCommand') {
          cost.write += transactionUnits(args.input as TransactWriteItemsCommandInput);
        }
        if (commandName === 'BatchGetItemCommand') {
          cost.read += missingItems(args.input as BatchGetItemCommandInput, reply.output as BatchGetItemCommandOutput);
        }
        if (commandName === 'BatchExecuteStatementCommand') {
          cost.write += statementUnits(args.input as BatchExecuteStatementCommandInput);
        }
        return reply;
      },
    { step: 'initialize' },
  );
  return async (work) => costOf(cost, work);
}

const transactionUnits = ({ TransactItems = [] }: TransactWriteItemsCommandInput): number =>
  TransactItems.reduce((sum, { Put }) => {
    if (Put?.Item === undefined) throw new Error('Only transactions of puts can be counted');
    return sum + 2 * Math.ceil(itemBytes(Put.Item) / 1024);
  }, 0);

/** Of the items that were found, the reply tells. */
const missingItems = (
  { RequestItems = {} }: BatchGetItemCommandInput,
  { Responses = {}, UnprocessedKeys = {} }: BatchGetItemCommandOutput,
): number => {
  const keysOf = (tables: typeof RequestItems) => Object.values(tables).flatMap(({ Keys = [] }) => Keys).length;
  return keysOf(RequestItems) - keysOf(UnprocessedKeys) - Object.values(Responses).flat().length;
};

const written = ['partition', 'sort', 'position', 'data'];

/** The statements write whole items: their parameters are the attributes, and after them what a condition compares. */
const statementUnits = ({ Statements = [] }: BatchExecuteStatementCommandInput): number =>
  Statements.reduce((sum, { Parameters = [] }) => {
    const names = written.reduce((bytes, name) => bytes + name.length, 0);
    const values = Object.fromEntries(Parameters.slice(0, written.length).map((value, index) => [`${index}`, value]));
    return sum + Math.ceil((itemBytes(values) - Object.keys(values).length + names) / 1024);
  }, 0);

/** The size that DynamoDB bills: UTF-8 bytes of names and strings; a number takes about a byte for two digits and one more. */
export const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, { S, N }]) => {
    const value = S === undefined ? Math.ceil((N ?? '').length / 2) + 1 : Buffer.byteLength(S);
    return sum + Buffer.byteLength(name) + value;
  }, 0);
