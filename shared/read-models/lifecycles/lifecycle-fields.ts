import * as z from 'zod';
import { LastDay } from '#shared/api/protocol/last-day.ts';
import { Level } from '#shared/domain/events/envelope.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Modality } from '#shared/domain/events/modality.ts';
import { Post } from '#shared/domain/events/post.ts';
import { lazily } from '#shared/domain/lazily.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';

/** A date as it is known. */
export const DatedAsRead = z
  .object({
    date: z.string().meta({ description: 'EDTF' }),
    from: z.iso.date().nullable().meta({ description: 'The first day that it may be; null: open or unknown' }),
    to: LastDay,
    event: EventId.meta({ description: 'The event that it is known by' }),
  })
  .meta({
    id: 'Dated',
    examples: [{ date: '2025-01~', from: '2025-01-01', to: '2025-01-31', event: 'agreement.tripartite-1974.1' }],
  });

const Step = z.object({ id: EventId, type: z.string(), occurred: z.string(), modality: Modality }).meta({
  id: 'Step',
  description: 'An event in short',
  examples: [{ id: 'visit.dhaka.1', type: 'VisitConducted', occurred: '2025-01-14', modality: 'held' }],
});

export const dated = DatedAsRead.nullable().meta({ id: 'DatedOrNull' });
/** The fields of a mission, in short and in full. */
export const missionFields = lazily(() => ({
  sender: PartyCode,
  receiver: PartyCode,
  status: z.enum(['open', 'closed', 'unknown']),
  certain,
  since: dated,
  rank: Level.nullable(),
  post: Post.nullable(),
  nonResident: z.boolean().nullable(),
}));
export const summary = z.string().nullable();
export const certain = z
  .boolean()
  .meta({ description: 'Whether the status is so however the uncertain dates fall', id: 'Certain' });
export const events = z
  .array(Step)
  .meta({ id: 'Steps', description: 'The events that it rests on, in the order in which they happened' });
