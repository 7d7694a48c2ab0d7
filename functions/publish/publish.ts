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
import { feedFunction } from '#functions/adapters/feed-function.ts';

const client = dynamoDBClient();

const bus = eventBridgeBus(eventBridgeClient(), environment('BUS_NAME'));
const ledger = dynamoDBLedgerReader(client, environment('LEDGER_TABLE'));

const checkpoints = environment('CHECKPOINTS_TABLE');
const readModels = dynamoDBReadModels(client, environment('READ_MODELS_TABLE'));
const serving = servingNow({ read: async () => readDecisions(client, checkpoints) });
const now = () => new Date();

/** Milliseconds of an invocation after which no more phases are looked at, so that publishing soon goes on. */
const announcingMs = 5000;

/** Publishes every event on the bus, and then announces the changes of phase that the projections show. */
export const handler = feedFunction(
  async () => {
    const until = Date.now() + announcingMs;
    const hasTime = () => Date.now() < until;
    const announcer = phaseAnnouncer({ bus, ledger, readModels, serving: await serving(), now, hasTime });
    return { stages: [[publisher(bus, ledger)], [announcer]] };
  },
  {
    feed: dynamoDBFeedReader(client, environment('FEED_TABLE')),
    checkpoints: dynamoDBCheckpoints(client, checkpoints),
    quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
  },
);
