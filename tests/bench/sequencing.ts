import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { sequence } from '#shared/feed/sequencer/sequence.ts';
import { itemOf } from '#shared/ledger/commit-item.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { databaseAt, type Stores, storesOn } from '#tests/support/stores.ts';
import { type Figure, figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved, perSecond, together } from './rounds.ts';
import { median, pairedRatio } from './statistics.ts';
import { commitsOf, streamOf, typicalBytes } from './workload.ts';

interface Workload {
  readonly name: string;
  readonly streams: number;
  /** Commits of each stream. */
  readonly commits: number;
  /** Events of each commit. */
  readonly events: number;
  /** Commits in one run of the sequencer. */
  readonly batch: number;
  /** At least so many times the raw puts a second. */
  readonly atLeast?: number;
}

const workloads: readonly Workload[] = [
  { name: '1-event commits of 1 000 streams, 1 000 a run', streams: 1000, commits: 1, events: 1, batch: 1000, atLeast: 1.3 }, // prettier-ignore
  { name: '1-event commits of 1 000 streams, 100 a run', streams: 1000, commits: 1, events: 1, batch: 100 },
  {
    name: '1-event commits of 20 streams, 1 000 a run',
    streams: 20,
    commits: 100,
    events: 1,
    batch: 1000,
    atLeast: 10,
  },
  { name: '10-event commits of 200 streams, 100 a run', streams: 200, commits: 1, events: 10, batch: 100, atLeast: 15 },
];

/** Writers of the raw puts. */
const writers = 32;

/** Events a second through the sequencer, against conditional puts of single events. */
export const sequencing: Part = {
  name: 'sequencing',
  how:
    `Commits of ${typicalBytes}-byte events, brought by notices as the queue brings them; raw: conditional puts of 1-event commits by ${writers} writers. ` +
    'Workloads in turn, medians of rounds and of paired ratios.',
  measure: async ({ startDatabase, quick }) => {
    const stores = await storesOn(databaseAt(await startDatabase()));
    const variants = Object.fromEntries(
      workloads.map((workload) => [workload.name, async (round: number) => sequenced(stores, workload, round)]),
    );
    const rounds: Readonly<Record<string, number[]>> = await interleaved(quick ? 3 : 7, {
      ...variants,
      raw: async (round) => rawPuts(stores, round),
    });
    const { raw = [] } = rounds;
    const figures = workloads.flatMap(({ name, atLeast }): Figure[] => {
      const samples = rounds[name] ?? [];
      const ratio = pairedRatio(samples, raw);
      return [
        figure(name, 'events per s', median(samples)),
        figure(name, '× raw puts', ratio, ...(atLeast === undefined ? [] : [{ atLeast }])),
      ];
    });
    return [figure(`raw puts by ${writers} writers`, 'puts per s', median(raw)), ...figures];
  },
};

async function sequenced(stores: Stores, workload: Workload, round: number): Promise<number> {
  const commits = Array.from({ length: workload.streams }, (_, index) => {
    const stream = streamOf(`round${round}-${workloads.indexOf(workload)}`, index);
    return commitsOf(
      stream,
      Array.from({ length: workload.commits }, () => workload.events),
    );
  }).flat();
  const runs: Commit[][] = [];
  for (let start = 0; start < commits.length; start += workload.batch) {
    runs.push(commits.slice(start, start + workload.batch));
  }
  return perSecond(commits.length * workload.events, async () => {
    for (const notices of runs) {
      const { commits: done } = await sequence(stores, notices);
      if (done.length !== notices.length) throw new Error(`${done.length} of ${notices.length} commits were sequenced`);
    }
  });
}

/** The same items, one put each, that must not be there yet. */
async function rawPuts({ client }: Stores, round: number): Promise<number> {
  const commits = Array.from({ length: 1000 }, (_, index) => commitsOf(streamOf(`raw${round}`, index), [1])).flat();
  return perSecond(commits.length, async () =>
    together(writers, commits, async (commit) =>
      client.send(
        new PutItemCommand({
          TableName: 'Ledger',
          Item: itemOf(commit),
          ConditionExpression: 'attribute_not_exists(version)',
        }),
      ),
    ),
  );
}
