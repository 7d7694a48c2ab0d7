import * as z from 'zod';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { AppendHeaders, CorrelationHeader, PreferHeader } from '#shared/api/protocol/preconditions.ts';

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

/** These headers would speak of one stream; here each commit says it for itself. */
const ofEachCommit = z
  .undefined({ error: 'Expected expectedVersion and idempotencyKey within each commit instead' })
  .optional();

/** `POST /events`: each commit is validated on its own, so that one bad commit does not refuse the others. */
export const appendCommitsRequest = {
  headers: PreferHeader.extend({
    ...CorrelationHeader.shape,
    'if-match': ofEachCommit,
    'if-none-match': ofEachCommit,
    'idempotency-key': ofEachCommit,
  }),
  body: z.strictObject({ commits: z.array(z.unknown()).min(1).max(100) }),
} as const satisfies RequestContract;
