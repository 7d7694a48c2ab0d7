import type { Correction } from '#shared/domain/corrections/correction.ts';
import { correctionTypes, isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { dedupeKeys, type Duplicate, duplicateFinder, mostDuplicates } from '#shared/domain/events/duplicate.ts';
import { likenessOf } from '#shared/domain/events/likeness.ts';
import { type Doubt, doubtsOf } from '#shared/domain/events/doubts.ts';
import { documentsOf } from '#shared/domain/events/documents.ts';
import { eventId, parseEventAddress } from '#shared/domain/events/event-address.ts';
import type { DiplomaticEvent, NewEvent } from '#shared/domain/events/new-event.ts';
import type { FindDuplicates } from '#shared/read-models/duplicates/query.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import type { Append } from '#shared/ledger/append.ts';
import type { Appended } from '#shared/ledger/appended.ts';
import type { LatestEvents, ReadLatest } from '#shared/ledger/latest-events.ts';

/** An event that one of those posted probably repeats. */
export interface PossibleDuplicate {
  /** Which of the posted events, counted from 0. */
  readonly of: number;
  readonly id: string;
  readonly reason: string;
}

/** What became of an append, and which of its events are perhaps recorded already. */
export interface NotedAppend {
  readonly appended: Appended;
  readonly possibleDuplicates: readonly PossibleDuplicate[];
  readonly warnings: readonly Warning[];
}

/** What is doubtful in one of those posted. */
export interface Warning extends Doubt {
  /** Which of the posted events, counted from 0. */
  readonly of: number;
}

export interface NotingPorts {
  readonly append: Append;
  /** Looks in the read models. */
  readonly findDuplicates: FindDuplicates;
  /** Reads what the read models may not have yet. */
  readonly readLatest: ReadLatest;
}

/**
 * A stream that has been quiet for so long is in the read models: they follow within seconds, at the latest with the
 * schedule of each minute.
 */
const followedMs = 90_000;

/**
 * Appends events, and finds what they probably repeat: in the read models at the same time, and afterwards among each
 * other and, where the stream was appended to just before, among its latest. When that fails it goes to `onFailure`,
 * and nothing else is lost.
 */
export async function appendNotingDuplicates(
  { append, findDuplicates, readLatest }: NotingPorts,
  request: AppendRequest,
  onFailure: (message: string, error: unknown) => void,
): Promise<NotedAppend> {
  const events = comparable(request.events);
  const unknown = (error: unknown) => {
    onFailure('Duplicates were not looked for', error);
    return undefined;
  };
  const [appended, found = []] = await Promise.all([append(request), findDuplicates(events).catch(unknown)]);
  const { stream, versions, quietMs = Infinity } = appended;
  const [first] = versions;
  const looks =
    first !== undefined &&
    quietMs < followedMs &&
    events.some((event) => dedupeKeys(event).length + documentsOf(event).length > 0);
  const latest = looks ? await readLatest(stream, first - 1).catch(unknown) : undefined;
  const all = latest === undefined ? found : withLatest(events, found, latest);
  return noted(appended, request.events, all);
}

/**
 * Appends one event; or, where it repeats exactly one that is recorded in the same modality, attaches its reports to
 * that one instead.
 */
export async function attachOrAppend(
  { append, findDuplicates, readLatest }: NotingPorts,
  request: AppendRequest & { readonly events: readonly [DiplomaticEvent] },
): Promise<NotedAppend> {
  const [event] = request.events;
  const [inReadModels, latest] = await Promise.all([findDuplicates(request.events), readLatest(request.stream)]);
  const found = withLatest(request.events, inReadModels, latest);
  const [original, ...others] = (found[0] ?? []).filter(({ sameDays }) => sameDays);
  const attaches = original !== undefined && others.length === 0 && original.modality === event.modality;
  const appended = await append(attaches ? attachment(request, original.id) : request);
  return noted(appended, request.events, found);
}

/** What was found in the read models, put right by what they may not have yet. */
function withLatest(
  events: readonly DiplomaticEvent[],
  found: readonly (readonly Duplicate[])[],
  { events: latest, withdrawn }: LatestEvents,
): Duplicate[][] {
  const ids = new Set(latest.map(({ id }) => id));
  const existing = latest
    .filter((event) => event.withdrawn === undefined)
    .map((event) => ({ id: event.id, ...likenessOf(event) }));
  const amongLatest = duplicateFinder(existing);
  return events.map((event, index) => [
    ...amongLatest(event),
    ...(found[index] ?? []).filter(({ id }) => !ids.has(id) && !withdrawn.has(id)),
  ]);
}

/** The same post, recorded as reports attached to an event. */
function attachment(
  request: AppendRequest & { readonly events: readonly [DiplomaticEvent] },
  of: string,
): AppendRequest {
  const [{ evidence, reportedAt }] = request.events;
  const { schemaVersion } = correctionTypes.ReportAttached;
  const events = (evidence?.reports ?? []).map((report): Correction => ({
    type: 'ReportAttached',
    schemaVersion,
    of,
    report,
    ...(reportedAt !== undefined && { reportedAt }),
  }));
  return {
    ...request,
    stream: parseEventAddress(of)?.stream ?? request.stream,
    events,
    posted: { stream: request.stream, events: request.events },
  };
}

const comparable = (events: readonly NewEvent[]): DiplomaticEvent[] => events.filter((event) => !isCorrection(event));

function noted(appended: Appended, posted: readonly NewEvent[], found: readonly Duplicate[][]): NotedAppend {
  const own = new Set(appended.versions.map((version) => eventId(appended.stream, version)));
  const places = [...posted.entries()].filter(([, event]) => !isCorrection(event)).map(([place]) => place);
  const nothingNew = appended.versions.length === 0 || appended.attachedTo !== undefined;
  const earlier = earlierInPost(appended, posted);
  const possibleDuplicates = nothingNew
    ? []
    : places.flatMap((of, index) =>
        [...earlier(of), ...(found[index] ?? []).filter(({ id }) => !own.has(id))]
          .slice(0, mostDuplicates)
          .map(({ id, reason }) => ({ of, id, reason })),
      );
  return { appended, possibleDuplicates, warnings: warningsOf(posted) };
}

const warningsOf = (posted: readonly NewEvent[]): Warning[] =>
  posted.flatMap((event, of) => (isCorrection(event) ? [] : doubtsOf(event).map((doubt) => ({ of, ...doubt }))));

/**
 * Finds what a posted event repeats of those posted before it. The address of each is known only where all were
 * recorded.
 */
function earlierInPost({ stream, versions }: Appended, posted: readonly NewEvent[]): (place: number) => Duplicate[] {
  if (versions.length !== posted.length) return () => [];
  const ids = versions.map((version) => eventId(stream, version));
  const all = posted.flatMap((event, index) =>
    isCorrection(event) ? [] : [{ id: ids[index] ?? '', ...likenessOf(event) }],
  );
  const find = duplicateFinder(all.toReversed());
  return (place) => {
    const event = posted[place];
    const before = new Set(ids.slice(0, place));
    return event === undefined || isCorrection(event) ? [] : find(event, (id) => before.has(id));
  };
}
