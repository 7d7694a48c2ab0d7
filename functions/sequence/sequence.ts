import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dynamoDBClient } from '#shared/dynamodb/client.ts';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import { environment } from '#shared/environment.ts';
import { dynamoDBFeedWriter } from '#shared/feed/dynamodb-feed.ts';
import { type HasTime, type Sequenced, sequence, sweep } from '#shared/feed/sequence.ts';
import { commitFrom } from '#shared/ledger/commit-item.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { dynamoDBLedgerReader, dynamoDBLedgerWalk } from '#shared/ledger/dynamodb-ledger-reader.ts';
import { failed } from '#functions/adapters/failed.ts';
import { logger, metrics } from '#functions/adapters/observability.ts';
import { changedItems, isScheduled, newItems, type Notification } from '#functions/adapters/notification.ts';
import { streamFunction } from '#functions/adapters/stream-function.ts';

/** Pages of the ledger (1 MB each) that a tick looks through for commits that no wake-up told of. */
const pagesPerTick = 4;

/** An invocation ends its work when less than this is left of its time, in milliseconds. */
const reserveMs = 10_000;

export interface Sequencer {
  sequence(woken: readonly Commit[], hasTime: HasTime): Promise<Sequenced>;
  sweep(hasTime: HasTime): Promise<Sequenced>;
}

/** Gives every commit its place in the global order. Woken by the ledger's stream, and by the tick to sweep. */
export const sequenceCommits = (sequencer: Sequencer) =>
  streamFunction(async (wakeUp, time) => {
    tellOfTampering(wakeUp);
    const hasTime = () => time.getRemainingTimeInMillis() > reserveMs;
    const woken = newItems(wakeUp).map(({ record, item }) => ({ record, commit: commitFrom(item) }));
    const sequenced = isScheduled(wakeUp)
      ? await sequencer.sweep(hasTime)
      : await sequencer.sequence(
          woken.map(({ commit }) => commit),
          hasTime,
        );
    for (const { committedAt } of sequenced.commits) {
      metrics.addMetric('SequencerLag', MetricUnit.Milliseconds, Math.max(Date.now() - Date.parse(committedAt), 0));
    }
    for (const [stream, error] of sequenced.failed) failed(`Stream ${stream} could not be sequenced`, error);
    const again = woken.filter(({ commit }) => deservesAnother(sequenced, commit.stream));
    return { batchItemFailures: again.map(({ record }) => ({ itemIdentifier: record })) };
  });

/** Whether the same records may do better soon. A stream that is broken may not: it must not hold up the others. */
const deservesAnother = ({ failed: streams, unfinished }: Sequenced, stream: string): boolean =>
  unfinished || unavailable(streams.get(stream));

/** The service only adds to the ledger: a change or a removal comes from somebody else. */
function tellOfTampering(wakeUp: Notification): void {
  for (const keys of changedItems(wakeUp)) {
    logger.critical('A commit was changed or removed', { keys });
    metrics.addMetric('Tampering', MetricUnit.Count, 1);
  }
}

const client = dynamoDBClient();
const ports = {
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  walk: dynamoDBLedgerWalk(client, environment('LEDGER_TABLE')),
  feed: dynamoDBFeedWriter(client, environment('FEED_TABLE')),
};

export const handler = sequenceCommits({
  sequence: (woken, hasTime) => sequence(ports, woken, hasTime),
  sweep: (hasTime) => sweep(ports, pagesPerTick, hasTime),
});
