/**
 * Runs the variants in turn, again and again, each returning its sample, so that a disturbance of the machine hits all
 * alike. A first round warms up and is dropped; every other round runs backward, so that none always follows the same
 * one.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  variants: Readonly<Record<Name, (round: number) => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(variants) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const sample = await variants[name](round);
      if (round > 0) samples[name].push(sample);
    }
  }
  return samples;
}

/** Milliseconds that the work takes. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How many of `count` things the work does in a second. */
export const perSecond = async (count: number, work: () => Promise<unknown>): Promise<number> =>
  (count / (await milliseconds(work))) * 1000;

/** Works through the jobs, so many at the same time. */
export async function together<Job>(
  workers: number,
  jobs: Iterable<Job>,
  work: (job: Job) => Promise<unknown>,
): Promise<void> {
  const queue = Iterator.from(jobs);
  const run = async (): Promise<void> => {
    for (const job of queue) await work(job);
  };
  await Promise.all(Array.from({ length: workers }, run));
}
