import * as z from 'zod';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';

/** How far a mapping has read its stream; survives the process, so that reading goes on where it ended. */
export interface StreamPositions {
  /** The last sequence number dealt with in a shard. */
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

/** Opens the positions of one mapping; those of an earlier stream (the table was made anew) are forgotten. */
export function streamPositions(data: DataFolder, mapping: string, streamArn: string): StreamPositions {
  const name = `positions/${mapping}.json`;
  const kept = storedSchema.safeParse(data.read(name));
  const state = kept.success && kept.data.streamArn === streamArn ? kept.data : { streamArn, shards: {}, finished: [] };
  return {
    of: (shardId) => state.shards[shardId],
    isFinished: (shardId) => state.finished.includes(shardId),
    move: (shardId, sequenceNumber) => {
      state.shards[shardId] = sequenceNumber;
      data.write(name, state);
    },
    finish: (shardId) => {
      state.finished.push(shardId);
      data.write(name, state);
    },
  };
}
