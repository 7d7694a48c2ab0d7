import { v7 } from 'uuid';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { findDuplicates } from '#shared/read-models/duplicates/query.ts';
import type { Cursors } from '#shared/cursor.ts';
import type { NotingPorts } from '#shared/api/appending/append-noting-duplicates.ts';
import { appender } from '#shared/ledger/append.ts';
import { dynamoDBLedger } from '#shared/ledger/dynamodb-ledger.ts';
import { latestIn } from '#shared/ledger/latest-events.ts';
import { type CatchUp, catchUpIn } from '#shared/projections/engine/catch-up.ts';
import { counted } from './counted-append.ts';
import { querying } from './querying.ts';

/** What the appending functions work with: the append itself, the events' arrival in the read models, what they may repeat, and cursors of the feed. */
export interface Appending extends NotingPorts {
  readonly catchUp: CatchUp;
  readonly cursors: Cursors;
}

export function appending(): Appending {
  const client = dynamoDBClient();
  const ports = querying(client);
  const ledger = dynamoDBLedger(client, {
    ledger: environment('LEDGER_TABLE'),
    decisions: environment('DECISIONS_TABLE'),
  });
  return {
    append: counted(appender({ ledger, now: () => new Date(), newId: v7 })),
    catchUp: catchUpIn(ports),
    findDuplicates: findDuplicates(ports),
    readLatest: latestIn(ledger),
    cursors: ports.cursors,
  };
}
