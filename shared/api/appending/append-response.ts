import * as z from 'zod';
import { doubtCodes } from '#shared/domain/events/doubts.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';

/** The response to an append. */
export const AppendResponse = z
  .object({
    stream: StreamName,
    version: z.int().meta({ description: "The stream's version after the commit" }),
    commitId: z.string().optional().meta({ description: 'Absent where nothing was new' }),
    events: z.array(z.object({ id: EventId, version: z.int() })),
    repeated: z.boolean().optional().meta({ description: 'An earlier call with the same key recorded it' }),
    attachedTo: EventId.optional().meta({
      description:
        'With `onDuplicate=attach`: the event that the reports were attached to; `stream` and `events` are then those of the attachment',
    }),
    possibleDuplicates: z
      .array(
        z.object({
          of: z.int().min(0).meta({ description: 'Which of those posted, from 0' }),
          id: EventId,
          reason: z.string(),
        }),
      )
      .optional()
      .meta({
        description:
          'Recorded events that those posted probably repeat: of the same type and parties, on overlapping days or of the same document, without a contradiction; ' +
          'at most ten each, the latest first. Dates vaguer than a season are not compared; of a document, the 20 newest are',
      }),
    warnings: z
      .array(
        z.object({
          of: z.int().min(0).meta({ description: 'Which of those posted, from 0' }),
          code: z.enum(doubtCodes).meta({
            description:
              '`place-elsewhere`: in a country that the event does not name; `namesake`: where a region is that bears the name of a party; ' +
              '`party-out-of-time`: a former state beyond its time; `reported-before`: before it was held',
          }),
          field: z.string().meta({ examples: ['/place/country'] }),
          detail: z.string(),
        }),
      )
      .optional()
      .meta({ description: 'What is doubtful in those posted, which are recorded all the same; at most ten of each' }),
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
