import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Cost {
  readonly calls: string[];
  read: number;
  write: number;
}

/** As replies tell it: of a call for one table, or for each table of a batch. */
interface Consumed {
  readonly CapacityUnits?: number;
}

/**
 * Counts, exactly, what a client's calls cost: DynamoDB itself says so in each reply. Transactions are not counted:
 * DynamoDB Local gets them wrong.
 */
export function counted(client: DynamoDBClient): Cost {
  const cost: Cost = { calls: [], read: 0, write: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const reply = await next(args);
        const { ConsumedCapacity = [] } = reply.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        cost.calls.push(commandName.replace('Command', ''));
        if (/Put|Update|BatchWrite|BatchExecuteStatement/.test(commandName)) cost.write += units;
        else if (!/Transact/.test(commandName)) cost.read += units;
        return reply;
      },
    { step: 'initialize' },
  );
  return cost;
}

/** What some work costs. */
export async function costOf(cost: Cost, work: () => Promise<unknown>): Promise<Cost> {
  const before = { calls: cost.calls.length, read: cost.read, write: cost.write };
  await work();
  return {
    calls: cost.calls.slice(before.calls),
    read: cost.read - before.read,
    write: cost.write - before.write,
  };
}
