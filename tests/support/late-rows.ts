import type { Timing } from '#shared/clock.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';

/** DynamoDB took a part of a batch. */
class Throttled extends Error {
  override readonly name = 'ThrottlingException';
}

const longestMs = 40;
const throttledOf = 0.08;

/**
 * Read models whose rows are written one by one, late, in any order, and sometimes only in part; reads take their time,
 * too.
 */
export function lateRows(readModels: ReadModels, { pause, random }: Timing): ReadModels {
  const late = async () => pause(random() * longestMs);
  const inAnyOrder = async <Row, Result>(rows: readonly Row[], write: (row: Row) => Promise<Result>) => {
    const isThrottled = random() < throttledOf;
    const written = await Promise.all(
      rows.map(async (row) => {
        if (isThrottled && random() < 0.5) return undefined;
        await late();
        return write(row);
      }),
    );
    if (isThrottled) throw new Throttled('The level of configured provisioned throughput was exceeded');
    return written;
  };
  return {
    load: async (keys) => {
      await late();
      return readModels.load(keys);
    },
    put: async (rows) => void (await inAnyOrder(rows, async (row) => readModels.put([row]))),
    save: async (writes) =>
      (await inAnyOrder(writes, async (one) => readModels.save([one]))).flatMap((lost) => lost ?? []),
    rows: async function* (range) {
      await late();
      yield* readModels.rows(range);
    },
    whole: async function* (partitions, range) {
      await late();
      yield* readModels.whole(partitions, range);
    },
  };
}
