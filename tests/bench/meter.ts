import type {
  AttributeValue,
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  DynamoDBClient,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Cost, costOf, counted } from '#tests/support/counted-client.ts';

/**
 * Counts what a client's calls cost, as DynamoDB says in its replies. What DynamoDB Local says wrongly is computed: a transaction's puts
 * take two units for each KB of each item, and a consistent look for an item that is not there, in a batch too, takes one.
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
          cost.read += batchUnits(args.input as BatchGetItemCommandInput, reply.output as BatchGetItemCommandOutput);
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

const batchUnits = (
  { RequestItems = {} }: BatchGetItemCommandInput,
  { ConsumedCapacity = [], Responses = {}, UnprocessedKeys = {} }: BatchGetItemCommandOutput,
): number => {
  const keysOf = (tables: typeof RequestItems) => Object.values(tables).flatMap(({ Keys = [] }) => Keys).length;
  const found = Object.values(Responses).flat().length;
  const missing = keysOf(RequestItems) - keysOf(UnprocessedKeys) - found;
  return ConsumedCapacity.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, missing);
};

/** The size that DynamoDB bills: UTF-8 bytes of names and strings; a number takes about a byte for two digits and one more. */
export const itemBytes = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, { S, N, B }]) => {
    const value = S === undefined ? (B?.length ?? Math.ceil((N ?? '').length / 2) + 1) : Buffer.byteLength(S);
    return sum + Buffer.byteLength(name) + value;
  }, 0);
