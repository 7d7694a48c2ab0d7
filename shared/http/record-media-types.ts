import type { HttpRequest } from './http-request.ts';

/** The record itself, byte for byte as it is hashed, for whoever wants to verify it: blocks of the feed, commits of a stream. */
export const blocksMediaType = 'application/vnd.chancery.blocks+json';
export const commitsMediaType = 'application/vnd.chancery.commits+json';

/** A list for spreadsheets. */
export const csvMediaType = 'text/csv';

/** Visits as iCalendar, RFC 5545. */
export const calendarMediaType = 'text/calendar';

/** Whether the request asks for a representation by name. */
export const accepts = ({ headers }: HttpRequest, mediaType: string): boolean =>
  (headers.accept ?? '').split(',').some((range) => range.split(';')[0]?.trim().toLowerCase() === mediaType);
