import { eventId } from './event-address.ts';
import { defaultCameo } from './default-cameo.ts';
import { eventTypes } from './event-types.ts';
import { correctionTypes, isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { DiplomaticEvent, NewEvent } from './new-event.ts';
import { type Recorder, recorderOf } from './recorder.ts';
import { type Upcasters, upcasters } from './upcasters.ts';

/** The recorder and the instant (UTC, milliseconds) of an event, and the poster's correlation id. */
export interface Recording {
  readonly recordedAt: string;
  readonly recordedBy: Recorder;
  readonly correlationId?: string | undefined;
}

/** An event as the ledger stores it, without its address (id, stream, version). */
export type StoredEvent = NewEvent & Recording;

/** The address of an event in the ledger and, once sequenced, its position in the feed. */
export interface EventAddress {
  readonly stream: string;
  readonly version: number;
  readonly position?: number | undefined;
}

/** The fields that the ledger and the feed add to an event. */
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

/** Compares events of all streams by time of recording, then by address: a total order. */
export function isRecordedBefore(one: Recorded, other: Recorded): boolean {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt;
  return one.stream === other.stream ? one.version < other.version : one.stream < other.stream;
}

/** Makes a record of an event: adds recorder and time, and the code of its type where the reporter gave none. */
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
 * Reads stored events, bringing older schema versions up to date step by step. What was stored has been validated when
 * it was posted, so nothing is parsed again; an unknown type, or a version without a way up, throws.
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
    const recordedBy = recorderOf(event.recordedBy);
    return { id, stream, version, ...(position !== undefined && { position }), ...event, recordedBy };
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

/** Reads an event from the ledger or the feed; nothing else does. */
export const readEvent = eventReader(upcasters, currentVersion);

const versions: Readonly<Record<string, { readonly schemaVersion: number }>> = { ...eventTypes, ...correctionTypes };

function currentVersion(type: string): number | undefined {
  return Object.hasOwn(versions, type) ? versions[type]?.schemaVersion : undefined;
}
