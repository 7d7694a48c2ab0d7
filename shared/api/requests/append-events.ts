import * as z from 'zod';
import { given } from '#shared/domain/events/explained.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';
import { invalidRequest, type Parsed, type RequestContract } from '#shared/api/protocol/parse-request.ts';
import type { Violation } from '#shared/api/protocol/problem.ts';
import { AppendHeaders } from '#shared/api/protocol/preconditions.ts';
import { StreamPath } from './stream-path.ts';

/** One event or a list of events that are recorded together; a single event is answered for as a list of one. */
export const EventOrEvents = z.union([NewEvent, z.array(NewEvent).min(1)], {
  error: ({ input }) => `expected an event or a list of events, got ${given(input)}`,
});

/** `POST /streams/{category}/{id}/events` */
export const appendEventsRequest = {
  path: StreamPath,
  query: z.strictObject({
    onDuplicate: z
      .enum(['record', 'attach'])
      .default('record')
      .meta({
        description:
          'What to do with an event that is probably recorded already. `record`: record it, and name the others in the reply. `attach`: where there is ' +
          'exactly one other, of the same modality, attach the reports of this one to it instead, and else record it. Only for one event with ' +
          'reports, and without If-Match and If-None-Match',
      }),
  }),
  headers: AppendHeaders,
  body: EventOrEvents,
} as const satisfies RequestContract;

/** The one event whose reports may be attached to another; throws the problem `invalid-request` when what was posted is not that. */
export function requireAttachable({
  headers,
  body,
}: Pick<Parsed<typeof appendEventsRequest>, 'headers' | 'body'>): DiplomaticEvent {
  const [event, ...others] = [body].flat();
  const pointer = Array.isArray(body) ? '/0/evidence/reports' : '/evidence/reports';
  const oneEvent = event !== undefined && others.length === 0 && !isCorrection(event);
  const violations: Violation[] = (['if-match', 'if-none-match'] as const)
    .filter((header) => headers[header] !== undefined)
    .map((header) => ({ header, detail: `Expected none with ${attach}: which stream is appended to depends` }));
  if (!oneEvent)
    throw invalidRequest([
      { parameter: 'onDuplicate', detail: `Expected one event, no correction, with ${attach}` },
      ...violations,
    ]);
  if (event.evidence?.reports === undefined)
    violations.push({ pointer, detail: `Expected reports to attach, with ${attach}` });
  if (violations.length > 0) throw invalidRequest(violations);
  return event;
}

const attach = 'onDuplicate=attach';
