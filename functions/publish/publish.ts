import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBCheckpoints } from '#shared/feed/consumers/dynamodb-checkpoints.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { dynamoDBFeedReader } from '#shared/feed/blocks/dynamodb-feed.ts';
import { dynamoDBLedgerReader } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { dynamoDBReadModels } from '#shared/projections/engine/dynamodb-read-models.ts';
import { readDecisions } from '#shared/projections/generations/dynamodb-decisions.ts';
import { servingNow } from '#shared/projections/generations/generation-registry.ts';
import { phaseAnnouncer } from '#shared/subscriptions/phases/announce-phases.ts';
import { eventBridgeBus, eventBridgeClient } from '#shared/subscriptions/event-bus/eventbridge-bus.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import { isScheduled } from '#functions/adapters/notification.ts';
import { feedFunction } from '#functions/adapters/feed-function.ts';

const client = dynamoDBClient();

const bus = eventBridgeBus(eventBridgeClient(), environment('BUS_NAME'));
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));

const checkpoints = environment('CHECKPOINTS_TABLE');
const readModels = dynamoDBReadModels(client, environment('READ_MODELS_TABLE'));
const serving = servingNow({ read: async () => readDecisions(client, checkpoints) });
const now = () => new Date();

/**
 * Publishes every event on the bus. Each minute, by the schedule, it also announces the changes of phase that the
 * projections show: that takes longer, and new events do not wait for it.
 */
export const handler = feedFunction(
  async (notification) => {
    const publishing = [publisher(bus, ledger)];
    if (!isScheduled(notification)) return { stages: [publishing] };
    const announcer = phaseAnnouncer({ bus, ledger, readModels, serving: await serving(), now });
    return { stages: [publishing, [announcer]] };
  },
  {
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    checkpoints: dynamoDBCheckpoints(client, checkpoints),
    quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  },
);
