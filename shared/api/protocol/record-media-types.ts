import type { HttpRequest } from './http-request.ts';

/** The record itself, byte for byte as it is hashed, for those who verify it: blocks of the feed, commits of a stream. */
export const blocksMediaType = 'application/vnd.chancery.blocks+json';
export const commitsMediaType = 'application/vnd.chancery.commits+json';

/** The representation for clients that ask for no other. */
export const jsonMediaType = 'application/json';

/** A list for spreadsheets. */
export const csvMediaType = 'text/csv';

/** Visits as iCalendar, RFC 5545. */
export const calendarMediaType = 'text/calendar';

/** Whether the request asks for a representation by name, and likes it no less than JSON (RFC 9110, quality values). */
export function accepts(request: HttpRequest, mediaType: string): boolean {
  const qualities = qualitiesOf(request);
  const wanted = qualities.get(mediaType) ?? 0;
  return wanted > 0 && wanted >= (qualities.get('application/json') ?? 0);
}

/** Whether the request takes one of these representations, by its name or by a range; without `Accept` it takes anything. */
export function acceptsSome(request: HttpRequest, mediaTypes: readonly string[]): boolean {
  const qualities = qualitiesOf(request);
  const wanted = (mediaType: string) => {
    const ranges = [mediaType, mediaType.replace(/\/.*/, '/*'), '*/*'];
    return ranges.map((range) => qualities.get(range)).find((quality) => quality !== undefined) ?? 0;
  };
  return !request.headers.accept?.trim() || mediaTypes.some((mediaType) => wanted(mediaType) > 0);
}

const qualitiesOf = ({ headers }: HttpRequest): Map<string, number> =>
  new Map((headers.accept ?? '').split(',').map(rangeAndQuality));

function rangeAndQuality(text: string): [range: string, quality: number] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [range, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
}
