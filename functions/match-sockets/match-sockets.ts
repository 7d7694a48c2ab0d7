import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-wake-ups.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { matcher } from '#shared/subscriptions/webhooks/match.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';

const client = dynamoDBClient();
const { connections: subscriptions, terms } = socketTables();
const wake = sqsPushes(sqsClient(), environment('PUSH_QUEUE_URL'));

/** Finds the sockets that want new events, and wakes their pushes. */
export const handler = feedFunction(
  [
    [
      {
        ...matcher({
          index: dynamoDBSubscriptionIndex(client, { subscriptions, terms }),
          ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
          wake: async (keys) => wake(keys.map(({ owner }) => owner)),
          now: () => new Date(),
        }),
        name: socketMatcherName,
      },
    ],
  ],
  {
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    checkpoints: dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE')),
    quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  },
);
