import * as z from 'zod';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { AppendHeaders } from '#shared/api/protocol/preconditions.ts';

/** One commit of a call with several. */
export const PostedCommit = z
  .strictObject({
    stream: StreamName,
    expectedVersion: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The version the stream must have; 0: it must not exist yet; absent: any' }),
    idempotencyKey: AppendHeaders.shape['idempotency-key'],
    events: z.array(NewEvent).min(1),
  })
  .meta({ id: 'Commit' });
