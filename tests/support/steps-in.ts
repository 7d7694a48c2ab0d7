import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';
import { as } from './sample-event.ts';

type Pairs = Parameters<typeof as>;

/** An event as a test tells it: type, EDTF date, `party:role` pairs, and what else it says. */
export type Told = readonly [type: string, occurred: string, who: string, more?: Partial<LifecycleEvent>];

/** The course of a stream as it would be read, from events in the order in which they were recorded. */
export const stepsIn = (stream: string, ...told: readonly Told[]): LifecycleEvent[] =>
  told.map(([type, occurred, who, more], index) => {
    const recordedAt = `2025-01-${String(index + 1).padStart(2, '0')}T12:00:00.000Z`;
    const participants = as(...(who.split(' ') as Pairs)).participants as LifecycleEvent['participants'];
    const id = `${stream.replace('/', '.')}.${index + 1}`;
    const recorded = { id, stream, position: index + 1, recordedAt, knownSince: recordedAt };
    return { ...recorded, type, occurred, modality: 'held', participants, ...more };
  });
