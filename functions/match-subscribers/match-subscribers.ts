import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { dynamoDBRowReader } from '#shared/projections/engine/dynamodb-row-reader.ts';
import { matchPhases } from '#shared/subscriptions/phases/match-phases.ts';
import { phaseLog } from '#shared/subscriptions/phases/phase-log.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { sqsPushes } from '#shared/subscriptions/sockets/sqs-pushes.ts';
import { dynamoDBSubscriptionIndex } from '#shared/subscriptions/webhooks/dynamodb-subscription-index.ts';
import { type ReceiverSubscriptions, matcher } from '#shared/subscriptions/webhooks/match.ts';
import { sqsDeliveries } from '#shared/subscriptions/webhooks/sqs-deliveries.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';
import { mayTellOfPhases } from '#functions/adapters/may-tell-of-phases.ts';
import { socketTables } from '#functions/adapters/socket-tables.ts';
import { subscriptionTables } from '#functions/adapters/subscription-tables.ts';

const client = dynamoDBClient();
const sqs = sqsClient();
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));
const now = () => new Date();

const triggerPush = sqsPushes(sqs, environment('PUSH_QUEUE_URL'));
const { connections: subscriptions, terms } = socketTables();

/** Webhooks, and how their deliveries are triggered. */
const webhooks: ReceiverSubscriptions = {
  index: dynamoDBSubscriptionIndex(client, subscriptionTables()),
  trigger: sqsDeliveries(sqs, environment('DELIVERY_QUEUE_URL')),
  now,
};

/** Sockets, and how pushes to them are triggered. */
const sockets: ReceiverSubscriptions = {
  index: dynamoDBSubscriptionIndex(client, { subscriptions, terms }),
  trigger: async (keys) => triggerPush(keys.map(({ owner }) => owner)),
  now,
};

const stages = [
  [matcher({ ...webhooks, ledger }), { ...matcher({ ...sockets, ledger }), name: socketMatcherName }],
] as const;
const checkpoints = dynamoDBCheckpoints(client, environment('CHECKPOINTS_TABLE'));
const phases = phaseLog(dynamoDBRowReader(client, environment('READ_MODELS_TABLE')), checkpoints);

/**
 * Matches the new events of the feed with subscriptions of both kinds, whatever the message that triggers it says; and
 * the announced changes of phase each minute, or when a message tells of one.
 */
export const handler = feedFunction(
  async (notification) => ({
    stages,
    ...(mayTellOfPhases(notification) && {
      alongside: async (hasTime) => matchPhases({ phases, checkpoints, receivers: [webhooks, sockets] }, hasTime),
    }),
  }),
  {
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    checkpoints,
    quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  },
);
