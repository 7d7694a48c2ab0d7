import type { HttpRequest } from './http-request.ts';

/** The record byte for byte as hashed, for verification: blocks of the feed, commits of a stream. */
export const blocksMediaType = 'application/vnd.chancery.blocks+json';
export const commitsMediaType = 'application/vnd.chancery.commits+json';

/** The default representation. */
export const jsonMediaType = 'application/json';

/** A list for spreadsheets. */
export const csvMediaType = 'text/csv';

/** A list for tools that read a stream: each item as JSON on a line of its own. */
export const ndjsonMediaType = 'application/x-ndjson';

/** The representations of every list besides JSON. */
export const listMediaTypes = [csvMediaType, ndjsonMediaType] as const;

/** Visits as iCalendar, RFC 5545. */
export const calendarMediaType = 'text/calendar';

/** Whether the request prefers a representation to JSON, as `preferred` has it (RFC 9110). */
export const accepts = (request: HttpRequest, mediaType: string): boolean =>
  preferred(request, [mediaType]) !== undefined;

/**
 * Returns the named representation with the highest quality value, the first of equals; `undefined` when JSON has a
 * higher one. For a request that does not take JSON, such as of `text/*`, a range names what is in it.
 */
export function preferred<MediaType extends string>(
  request: HttpRequest,
  mediaTypes: readonly MediaType[],
): MediaType | undefined {
  const qualities = qualitiesOf(request);
  const wanted = (mediaType: string): number =>
    acceptsSome(request, [jsonMediaType]) ? (qualities.get(mediaType) ?? 0) : qualityIn(qualities, mediaType);
  const [best] = mediaTypes.toSorted((one, other) => wanted(other) - wanted(one));
  return best !== undefined && wanted(best) > 0 && wanted(best) >= wanted(jsonMediaType) ? best : undefined;
}

/**
 * Whether the request takes one of these representations, by its name or by a range; without `Accept` it takes
 * anything.
 */
export function acceptsSome(request: HttpRequest, mediaTypes: readonly string[]): boolean {
  const qualities = qualitiesOf(request);
  return !request.headers.accept?.trim() || mediaTypes.some((mediaType) => qualityIn(qualities, mediaType) > 0);
}

/** The quality value of a representation: its own, or that of the closest range which it is in. */
function qualityIn(qualities: ReadonlyMap<string, number>, mediaType: string): number {
  const ranges = [mediaType, mediaType.replace(/\/.*/, '/*'), '*/*'];
  return ranges.map((range) => qualities.get(range)).find((quality) => quality !== undefined) ?? 0;
}

const qualitiesOf = ({ headers }: HttpRequest): Map<string, number> =>
  new Map((headers.accept ?? '').split(',').map(rangeAndQuality));

function rangeAndQuality(text: string): [range: string, quality: number] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return [range, quality === undefined ? 1 : Number(quality.slice(2)) || 0];
}
