import type { Correction } from '../domain/correction.ts';
import { correctionTypes, isCorrection } from '../domain/correction-types.ts';
import { eventId, parseEventAddress } from '../domain/event-address.ts';
import type { DiplomaticEvent, NewEvent } from '../domain/new-event.ts';
import type { Append, AppendRequest } from '../ledger/append.ts';
import type { Appended } from '../ledger/appended.ts';
import type { Duplicate, FindDuplicates } from '../projections/duplicates.ts';

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
}

/** Appends events, and finds at the same time what they probably repeat; when that fails it is told to `onFault`, and nothing else is lost. */
export async function appendNotingDuplicates(
  append: Append,
  findDuplicates: FindDuplicates,
  request: AppendRequest,
  onFault: (message: string, error: unknown) => void,
): Promise<NotedAppend> {
  const looked = findDuplicates(comparable(request.events)).catch((error: unknown) => {
    onFault('Duplicates were not looked for', error);
    return [];
  });
  const [appended, found] = await Promise.all([append(request), looked]);
  return noted(appended, request.events, found);
}

/** Appends one event; or, where it repeats exactly one that is recorded in the same modality, attaches its reports to that one instead. */
export async function attachOrAppend(
  append: Append,
  findDuplicates: FindDuplicates,
  request: AppendRequest & { readonly events: readonly [DiplomaticEvent] },
): Promise<NotedAppend> {
  const [event] = request.events;
  const found = await findDuplicates(request.events);
  const [original, ...others] = found[0] ?? [];
  const attaches = original !== undefined && others.length === 0 && original.modality === event.modality;
  const appended = await append(attaches ? attachment(request, original.id) : request);
  return noted(appended, request.events, found);
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
  const possibleDuplicates = nothingNew
    ? []
    : found.flatMap((duplicates, index) =>
        duplicates.filter(({ id }) => !own.has(id)).map(({ id, reason }) => ({ of: places[index] ?? 0, id, reason })),
      );
  return { appended, possibleDuplicates };
}
