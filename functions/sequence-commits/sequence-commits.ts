import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dynamoDBClient } from '../../shared/dynamodb/client.ts';
import { environment } from '../../shared/environment.ts';
import { dynamoDBFeedWriter } from '../../shared/feed/dynamodb-feed.ts';
import { type Sequenced, sequence, sweep } from '../../shared/feed/sequence.ts';
import { commitFrom } from '../../shared/ledger/commit-item.ts';
import type { Commit } from '../../shared/ledger/commit.ts';
import { dynamoDBLedgerReader, dynamoDBLedgerWalk } from '../../shared/ledger/dynamodb-ledger-reader.ts';
import { failed } from '../middleware/failed.ts';
import { metrics } from '../middleware/observability.ts';
import { isTick, newItems } from '../middleware/wake-up.ts';
import { wokenFunction } from '../middleware/woken-function.ts';

/** Pages of the ledger (1 MB each) that a tick looks through for commits that no wake-up told of. */
const pagesPerTick = 4;

export interface Sequencer {
  sequence(woken: readonly Commit[]): Promise<Sequenced>;
  sweep(): Promise<Sequenced>;
}

/** Gives every commit its place in the global order. Woken by the ledger's stream, and by the tick to sweep. */
export const sequenceCommits = (sequencer: Sequencer) =>
  wokenFunction(async (wakeUp) => {
    const woken = newItems(wakeUp).map(({ record, item }) => ({ record, commit: commitFrom(item) }));
    const sequenced = isTick(wakeUp)
      ? await sequencer.sweep()
      : await sequencer.sequence(woken.map(({ commit }) => commit));
    for (const { committedAt } of sequenced.commits) {
      metrics.addMetric('SequencerLag', MetricUnit.Milliseconds, Math.max(Date.now() - Date.parse(committedAt), 0));
    }
    for (const [stream, error] of sequenced.failed) failed(`Stream ${stream} could not be sequenced`, error);
    return {
      batchItemFailures: woken
        .filter(({ commit }) => sequenced.failed.has(commit.stream))
        .map(({ record }) => ({ itemIdentifier: record })),
    };
  });

const client = dynamoDBClient();
const ports = {
  ledger: dynamoDBLedgerReader(client, environment('LEDGER_TABLE')),
  walk: dynamoDBLedgerWalk(client, environment('LEDGER_TABLE')),
  feed: dynamoDBFeedWriter(client, environment('FEED_TABLE')),
};

export const handler = sequenceCommits({
  sequence: (woken) => sequence(ports, woken),
  sweep: () => sweep(ports, pagesPerTick),
});
