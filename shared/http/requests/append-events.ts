import * as z from 'zod';
import { NewEvent } from '../../domain/new-event.ts';
import type { RequestContract } from '../parse-request.ts';
import { AppendHeaders } from '../preconditions.ts';
import { StreamPath } from './stream-path.ts';

/** One event or a list of events that are recorded together; a single event is answered for as a list of one. */
export const EventOrEvents = z.union([NewEvent, z.array(NewEvent).min(1)]);

/** `POST /streams/{category}/{id}/events` */
export const appendEventsRequest = {
  path: StreamPath,
  headers: AppendHeaders,
  body: EventOrEvents,
} as const satisfies RequestContract;
