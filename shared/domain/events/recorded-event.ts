import { eventId } from './event-address.ts';
import { defaultCameo } from './default-cameo.ts';
import { eventTypes } from './event-types.ts';
import { correctionTypes, isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { DiplomaticEvent, NewEvent } from './new-event.ts';
import { type Upcasters, upcasters } from './upcasters.ts';

/** Who recorded an event, and when: an instant in UTC to the millisecond; and what the poster calls the matter that it belongs to. */
export interface Recording {
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly correlationId?: string | undefined;
}

/** An event as the ledger holds it; what its address says (id, stream, version) is not stored. */
export type StoredEvent = NewEvent & Recording;

/** Where an event stands in the ledger and, once sequenced, its position in the feed. */
export interface EventAddress {
  readonly stream: string;
  readonly version: number;
  readonly position?: number | undefined;
}

/** What the ledger and the feed add to an event. */
export interface Recorded extends Recording {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly position?: number;
}

/** An event as it is read. */
export type RecordedEvent = NewEvent & Recorded;

/** A diplomatic event as it is read. */
export type RecordedDiplomaticEvent = DiplomaticEvent & Recorded;

/** The order of recording among all streams: by time, then by address, so that of two different events one always comes first. */
export function isRecordedBefore(one: Recorded, other: Recorded): boolean {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt;
  return one.stream === other.stream ? one.version < other.version : one.stream < other.stream;
}

/** Makes a fact a record: adds who recorded it and when, and the code of its type where the reporter gave none. */
export function record<Event extends NewEvent>(event: Event, recording: Recording): Event & Recording {
  const { recordedAt, recordedBy, correlationId } = recording;
  return { ...event, ...codeOf(event), recordedAt, recordedBy, ...(correlationId !== undefined && { correlationId }) };
}

function codeOf(event: NewEvent): { readonly cameo?: string } {
  if (isCorrection(event)) return {};
  const cameo = event.cameo ?? defaultCameo(event);
  return cameo === undefined ? {} : { cameo };
}

/**
 * Reads stored events, bringing older schema versions up to date step by step. What was stored has been validated when it
 * was posted, so nothing is parsed again; an unknown type, or a version without a way up, throws.
 */
export function eventReader(table: Upcasters, versionOf: (type: string) => number | undefined) {
  const isCurrent = (event: Versioned): event is Versioned & StoredEvent =>
    event.schemaVersion === versionOf(event.type);

  return (stored: unknown, { stream, version, position }: EventAddress): RecordedEvent => {
    const id = eventId(stream, version);
    if (!isVersioned(stored)) throw new Error(`${id} cannot be read: it is not an event`);
    let event = stored;
    while (!isCurrent(event)) {
      const { type, schemaVersion } = event;
      const upcast = table[type]?.[schemaVersion];
      if (!upcast) throw new Error(`${id} cannot be read: ${type} has no schema version ${schemaVersion} here`);
      event = { type, ...upcast(event), schemaVersion: schemaVersion + 1 };
    }
    return { id, stream, version, ...(position !== undefined && { position }), ...event };
  };
}

type Versioned = { readonly type: string; readonly schemaVersion: number } & Readonly<Record<string, unknown>>;

const isVersioned = (stored: unknown): stored is Versioned =>
  typeof stored === 'object' &&
  stored !== null &&
  'type' in stored &&
  typeof stored.type === 'string' &&
  'schemaVersion' in stored &&
  typeof stored.schemaVersion === 'number';

/** The one place where the service reads an event from the ledger or the feed. */
export const readEvent = eventReader(upcasters, currentVersion);

const versions: Readonly<Record<string, { readonly schemaVersion: number }>> = { ...eventTypes, ...correctionTypes };

function currentVersion(type: string): number | undefined {
  return Object.hasOwn(versions, type) ? versions[type]?.schemaVersion : undefined;
}
