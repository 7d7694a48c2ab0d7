import * as z from 'zod';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';

/**
 * The position of a mapping in its stream; outlives the process, so that the next one reads on. After a process was
 * killed, the batches of its last tenth of a second are delivered again.
 */
export interface StreamPositions {
  /** The last processed sequence number of a shard. */
  readonly of: (shardId: string) => string | undefined;
  readonly isFinished: (shardId: string) => boolean;
  readonly move: (shardId: string, sequenceNumber: string) => void;
  readonly finish: (shardId: string) => void;
}

const storedSchema = z.object({
  streamArn: z.string(),
  shards: z.record(z.string(), z.string()),
  finished: z.array(z.string()),
});

/** Opens the positions of one mapping; drops those of an earlier stream, whose table was created again. */
export function streamPositions(data: DataFolder, mapping: string, streamArn: string): StreamPositions {
  const name = `positions/${mapping}.json`;
  const kept = storedSchema.safeParse(data.read(name));
  const state = kept.success && kept.data.streamArn === streamArn ? kept.data : { streamArn, shards: {}, finished: [] };
  return {
    of: (shardId) => state.shards[shardId],
    isFinished: (shardId) => state.finished.includes(shardId),
    move: (shardId, sequenceNumber) => {
      state.shards[shardId] = sequenceNumber;
      data.writeSoon(name, state);
    },
    finish: (shardId) => {
      state.finished.push(shardId);
      data.writeSoon(name, state);
    },
  };
}
