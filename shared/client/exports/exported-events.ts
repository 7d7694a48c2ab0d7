import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type CorrectedEvent, correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import type { RecordedEvent } from '#shared/domain/events/recorded-event.ts';

/** The record as it was written, or as its corrections make it. */
export type View = 'raw' | 'corrected';

export interface ViewOptions {
  readonly view: View;
  /** What was recorded later is left out. */
  readonly asOf?: string | undefined;
  /** Of the corrected view: also events that were retracted or merged. */
  readonly withdrawn: boolean;
}

/** An event of an export: in the corrected view never a correction. */
export type Exported = RecordedEvent | CorrectedEvent;

/** Yields the events of a fetched file as a view shows them; it holds the corrections in memory, and nothing else. */
export async function* exportedEvents(file: string, options: ViewOptions): AsyncGenerator<Exported> {
  const { view, asOf, withdrawn } = options;
  if (view === 'raw') return yield* fetchedEvents(file, asOf);
  const corrections = new Map<string, Correction[]>();
  for await (const event of fetchedEvents(file, asOf)) {
    if (!isCorrection(event)) continue;
    const ofOne = corrections.get(event.of);
    if (ofOne === undefined) corrections.set(event.of, [event]);
    else ofOne.push(event);
  }
  for await (const event of fetchedEvents(file, asOf)) {
    if (isCorrection(event)) continue;
    const seen: CorrectedEvent = correctedEvent<CorrectedEvent>(event, corrections.get(event.id) ?? []);
    if (withdrawn || seen.withdrawn === undefined) yield seen;
  }
}

async function* fetchedEvents(file: string, asOf: string | undefined): AsyncGenerator<RecordedEvent> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) {
    const event = JSON.parse(line) as RecordedEvent;
    if (asOf === undefined || event.recordedAt <= asOf) yield event;
  }
}
