import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBFeedWriter } from '#shared/feed/blocks/dynamodb-feed-writer.ts';
import { dynamoDBQuarantine } from '#shared/feed/consumers/dynamodb-quarantine.ts';
import { sequence, sweep } from '#shared/feed/sequencer/sequence.ts';
import { sqsNotices } from '#shared/feed/sequencer/sqs-notices.ts';
import { dynamoDBLedgerReader, dynamoDBLedgerWalk } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { sqsClient } from '#shared/subscriptions/webhooks/sqs-notifications.ts';
import { sequencerFunction } from './sequencer-function.ts';

/** Pages of the ledger (1 MB each) scanned each minute for commits without a notification. */
const pagesPerMinute = 4;

const client = dynamoDBClient();
const ports = {
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  walk: dynamoDBLedgerWalk(client, environment('LEDGER_TABLE')),
  feed: dynamoDBFeedWriter(client, environment('FEED_TABLE')),
  quarantine: dynamoDBQuarantine(client, environment('QUARANTINE_TABLE')),
};

/** Gives every commit its place in the global order. */
export const handler = sequencerFunction({
  notices: sqsNotices(sqsClient(), environment('SEQUENCE_QUEUE_URL')),
  sequence: (notices, options) => sequence(ports, notices, options),
  sweep: (options) => sweep(ports, pagesPerMinute, options),
});
