import { v7 } from 'uuid';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import type { AppendPorts } from '#shared/api/appending/append-ports.ts';
import { appendResources } from '#shared/api/resources.ts';
import type { Keys } from '#shared/keys.ts';
import { clientsFrom } from '#shared/identity/clients.ts';
import { appender } from '#shared/ledger/append.ts';
import { dynamoDBLedger } from '#shared/ledger/dynamodb-ledger.ts';
import { latestIn } from '#shared/ledger/latest-events.ts';
import { catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import { countedAppend } from '#functions/adapters/counted-append.ts';
import { failed } from '#functions/adapters/failed.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';
import { logWarning } from '#functions/adapters/log-warning.ts';
import { readModelPorts } from '#functions/adapters/read-model-ports.ts';
import { renewedKeys } from '#functions/adapters/renewed-keys.ts';

/** Records events: `POST /events`, `POST /streams/{category}/{id}/events`. */
export const append = (ports: AppendPorts) => httpFunction(appendResources, ports);

function portsOf(cursorKeys: Keys): AppendPorts {
  const client = dynamoDBClient();
  const readModels = readModelPorts(client, cursorKeys);
  const ledger = dynamoDBLedger(client, {
    ledger: environment('LEDGER_TABLE'),
    decisions: environment('DECISIONS_TABLE'),
  });
  return {
    append: countedAppend(appender({ ledger, now: () => new Date(), newId: v7 })),
    catchUp: catchUpIn(readModels),
    findDuplicates: findDuplicates(readModels),
    readLatest: latestIn(ledger),
    cursors: readModels.cursors,
    clients: clientsFrom(environment('CLIENTS')),
    logWarning,
    reportFailure: failed,
  };
}

const { keys, renew } = renewedKeys('CURSOR_KEYS_SECRET');

export const handler = append(portsOf(keys)).before(renew);
