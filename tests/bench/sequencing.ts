import { sequence } from '#shared/feed/sequence.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { databaseAt, type Stores, storesOn } from '#tests/support/stores.ts';
import { figure } from './figure.ts';
import type { Part } from './part.ts';
import { interleaved, perSecond } from './rounds.ts';
import { median } from './statistics.ts';
import { commitsOf, streamOf, typicalBytes } from './workload.ts';

interface Workload {
  readonly name: string;
  readonly streams: number;
  /** Commits of each stream. */
  readonly commits: number;
  /** Events of each commit. */
  readonly events: number;
  /** Stream records of one wake-up. */
  readonly batch: number;
}

const workloads: readonly Workload[] = [
  {
    name: '1-event commits, each of another stream, 1 000 a wake-up',
    streams: 1000,
    commits: 1,
    events: 1,
    batch: 1000,
  },
  { name: '1-event commits, each of another stream, 100 a wake-up', streams: 1000, commits: 1, events: 1, batch: 100 },
  { name: '1-event commits of 20 streams, 1 000 a wake-up', streams: 20, commits: 100, events: 1, batch: 1000 },
  { name: '10-event commits, each of another stream, 100 a wake-up', streams: 200, commits: 1, events: 10, batch: 100 },
];

/** Events a second through the sequencer. */
export const sequencing: Part = {
  name: 'sequencing',
  how: `Commits of ${typicalBytes}-byte events, brought by their wake-ups as the ledger's stream brings them; workloads in turn, medians of rounds.`,
  measure: async ({ startDatabase, quick }) => {
    const stores = await storesOn(databaseAt(await startDatabase()));
    const variants = Object.fromEntries(
      workloads.map((workload) => [workload.name, async (round: number) => sequenced(stores, workload, round)]),
    );
    const rounds = await interleaved(quick ? 2 : 5, variants);
    return Object.entries(rounds).map(([name, samples]) =>
      figure(name, 'events per s', median(samples), { atLeast: 2000 }),
    );
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
  const wakeUps: Commit[][] = [];
  for (let start = 0; start < commits.length; start += workload.batch) {
    wakeUps.push(commits.slice(start, start + workload.batch));
  }
  return perSecond(commits.length * workload.events, async () => {
    for (const woken of wakeUps) {
      const { commits: done } = await sequence(stores, woken);
      if (done.length !== woken.length) throw new Error(`${done.length} of ${woken.length} commits were sequenced`);
    }
  });
}
