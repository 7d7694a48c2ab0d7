import type {
  BatchExecuteStatementCommandInput,
  BatchGetItemCommandInput,
  BatchGetItemCommandOutput,
  DynamoDBClient,
  ExecuteStatementCommandInput,
  ExecuteStatementCommandOutput,
  TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { missingUnits, selectUnits, statementUnits, transactionUnits } from '#tests/support/capacity-units.ts';
import { type Cost, costOf, counted } from '#tests/support/counted-client.ts';

/**
 * Counts what a client's calls cost, as DynamoDB says in its replies. What DynamoDB Local says wrongly is computed: a
 * transaction, a statement that writes an item, and the items of a batch that are not there.
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
          cost.read += missingUnits(args.input as BatchGetItemCommandInput, reply.output as BatchGetItemCommandOutput);
        }
        if (commandName === 'ExecuteStatementCommand') {
          const [input, output] = [
            args.input as ExecuteStatementCommandInput,
            reply.output as ExecuteStatementCommandOutput,
          ];
          cost.read += selectUnits(input, output);
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
