import {
  BatchExecuteStatementCommand,
  type BatchExecuteStatementCommandOutput,
  type BatchStatementRequest,
  type BatchStatementResponse,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { backOff } from '#shared/back-off.ts';
import { chunksOf } from '#shared/chunks.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { maxAttempts, Throttled } from './throttled.ts';

/** Statements in one BatchExecuteStatement call (AWS limit), and calls at the same time. */
const statementsPerCall = 25;
const parallel = 8;

/** The error codes of a statement that lost a race. */
const lostRaces = new Set(['ConditionalCheckFailed', 'DuplicateItem']);
const retryable = new Set([
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'TransactionConflict',
  'InternalServerError',
]);

/**
 * The errors that single writes have where a statement of a batch has these codes, as far as they are about what was
 * sent.
 */
const exceptionOf: ReadonlyMap<string, string> = new Map([
  ['ValidationError', 'ValidationException'],
  ['ItemCollectionSizeLimitExceeded', 'ItemCollectionSizeLimitExceededException'],
]);

/**
 * Executes conditional writes of single items, 25 in a call, each with the whole key of its item and none of an item
 * that another one names. Returns the indexes of those whose condition did not hold. A statement that was throttled is
 * sent again; throws Throttled in the end.
 */
export async function executeWrites(
  client: DynamoDBClient,
  statements: readonly BatchStatementRequest[],
): Promise<ReadonlySet<number>> {
  const lost = new Set<number>();
  const numbered = statements.map((statement, index) => ({ statement, index }));
  await inParallel(
    chunksOf(numbered, statementsPerCall),
    async (chunk) => {
      let left = chunk;
      for (let attempt = 0; left.length > 0; attempt += 1) {
        if (attempt === maxAttempts) throw new Throttled('BatchExecuteStatement', left.length);
        if (attempt > 0) await backOff(attempt);
        const Statements = left.map(({ statement }) => statement);
        const { Responses = [], $metadata } = await client.send(new BatchExecuteStatementCommand({ Statements }));
        left = left.filter(({ index }, at) => {
          const outcome = outcomeOf(Responses[at], $metadata);
          if (outcome === 'lost') lost.add(index);
          return outcome === 'again';
        });
      }
    },
    parallel,
  );
  return lost;
}

function outcomeOf(
  response: BatchStatementResponse | undefined,
  $metadata: BatchExecuteStatementCommandOutput['$metadata'],
): 'done' | 'lost' | 'again' {
  const { Code, Message } = response?.Error ?? {};
  if (response === undefined) return 'again';
  if (Code === undefined) return 'done';
  if (lostRaces.has(Code)) return 'lost';
  if (retryable.has(Code)) return 'again';
  const name = exceptionOf.get(Code) ?? Code;
  throw Object.assign(new Error(`A statement failed with ${Code}: ${Message}`), { name, $metadata });
}
