import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { appendEventsRequest } from '#shared/api/requests/append-events.ts';
import { Cursor } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from './operation.ts';

/** What an append answers. */
export const AppendReply = z
  .object({
    stream: StreamName,
    version: z.int().meta({ description: "The stream's version after the commit" }),
    commitId: z.string().optional().meta({ description: 'Absent when there was nothing new to record' }),
    events: z.array(z.object({ id: EventId, version: z.int() })),
    attachedTo: EventId.optional().meta({
      description:
        'With `onDuplicate=attach`: the event that the reports were attached to; `stream` and `events` are then those of the attachment',
    }),
    possibleDuplicates: z
      .array(
        z.object({
          of: z.int().min(0).meta({ description: 'Which of the posted events, counted from 0' }),
          id: EventId,
          reason: z.string(),
        }),
      )
      .optional()
      .meta({
        description:
          'Events, recorded before, that those posted probably repeat: of the same type and parties, on overlapping days, and in nothing that both say ' +
          'apart; for each of those posted at most ten, the latest first. Looked up anew for each reply; dates that are open or vaguer than a season are not compared',
      }),
    position: z
      .int()
      .optional()
      .meta({ description: 'Global position of the last event; with `Prefer: wait`, once every read model has it' }),
    cursor: Cursor.optional().meta({
      description:
        'With the position: the cursor of the feed after it, for `atLeast` of a query and `after` of the feed',
    }),
  })
  .meta({ id: 'AppendReply' });

/** `POST /streams/{category}/{id}/events` */
export const appendEventsOperation = {
  summary: 'Append events to a stream',
  description:
    'One event, or a list that is recorded together or not at all. Say with `If-Match` or `If-None-Match` what version the stream must have, ' +
    'and with an `Idempotency-Key` that a repetition is the same append.',
  request: appendEventsRequest,
  replies: {
    201: {
      description: 'Recorded',
      content: { 'application/json': AppendReply },
      headers: z.object({
        ETag: z.string().meta({ description: "The stream's version" }),
        Location: z.string().meta({ description: 'The recorded events' }),
      }),
    },
    200: { description: 'Nothing new to record', content: { 'application/json': AppendReply } },
  },
  problems: [
    'invalid-request',
    'malformed-json',
    'unsupported-media-type',
    'payload-too-large',
    'version-conflict',
    'rule-violated',
    'idempotency-key-reused',
    'stream-contended',
  ],
} as const satisfies Operation;
