import { v7 } from 'uuid';
import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBCheckpoints } from '../../shared/feed/dynamodb-checkpoints.ts';
import { type Append, appender } from '../../shared/ledger/append.ts';
import { dynamoDBLedger } from '../../shared/ledger/dynamodb-ledger.ts';
import { type Arrival, arrivalAt } from '../../shared/projections/arrival.ts';
import { type FindDuplicates, findDuplicates } from '../../shared/projections/duplicates.ts';
import { dynamoDBReadModels } from '../../shared/projections/dynamodb-read-models.ts';
import { timeline } from '../../shared/projections/timeline.ts';
import { counted } from '../middleware/counted-append.ts';

/** What the appending functions work with: the append itself, the events' arrival on the timeline, and what they may repeat. */
export interface Appending {
  readonly append: Append;
  readonly arrival: Arrival;
  readonly findDuplicates: FindDuplicates;
}

export function appending(): Appending {
  const client = dynamoDBClient();
  const ledger = dynamoDBLedger(client, {
    ledger: environment('LEDGER_TABLE'),
    idempotency: environment('IDEMPOTENCY_TABLE'),
  });
  const readModels = dynamoDBReadModels(client, environment('READ_MODELS_TABLE'));
  return {
    append: counted(appender({ ledger, now: () => new Date(), newId: v7 })),
    arrival: arrivalAt(timeline, {
      readModels,
      checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
    }),
    findDuplicates: findDuplicates(readModels),
  };
}
