import * as z from 'zod';
import { source } from './event-source.ts';

/** The attributes of CloudEvents 1.0 that an event of the feed has; from `recordedtime` on they are extensions. */
export const CloudEventAttributes = z.object({
  specversion: z.literal('1.0'),
  id: z.string().meta({ description: "The event's id: who has seen it has seen the event" }),
  source: z.literal(`/${source}`),
  type: z.string().meta({ description: "The event's type" }),
  subject: z.string().meta({ description: 'The stream' }),
  time: z.iso.datetime().meta({ description: 'When it was recorded; when it happened is in `data.occurred`' }),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string().meta({ description: 'Names the type and the version of its schema' }),
  dataref: z
    .string()
    .optional()
    .meta({ description: 'Where to get the event: given instead of it where it is too large for the transport' }),
  recordedtime: z.iso.datetime().meta({ description: 'When it was recorded' }),
  position: z
    .int()
    .meta({ description: 'Place in the global order, without gaps: compare it to tell order and repeats' }),
  streamversion: z.int().meta({ description: 'Place in the stream' }),
  correlationid: z.string().optional().meta({ description: 'What the poster calls the matter that it belongs to' }),
});

export type CloudEventAttributes = z.output<typeof CloudEventAttributes>;
