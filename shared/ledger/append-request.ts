import type { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import type { KeyedRequest } from './idempotency.ts';

export interface AppendRequest {
  readonly stream: string;
  /** The version that the stream must have; 0: no stream yet; `any`: no condition. */
  readonly expectedVersion: number | 'any';
  readonly idempotencyKey?: string | undefined;
  readonly events: readonly NewEvent[];
  readonly recordedBy: Recorder;
  /** Whether the recorder may correct the events of other organisations; absent: no. */
  readonly mayCurate?: boolean | undefined;
  /** The caller's correlation id of the events. */
  readonly correlationId?: string | undefined;
  /** The posted body where the recorded events differ from it; the Idempotency-Key covers the posted body. */
  readonly posted?: Posted;
  /** Whether there is time for another attempt; absent: for as many as there are. */
  readonly hasTime?: (() => boolean) | undefined;
}

type Posted = Pick<AppendRequest, 'stream' | 'events'>;

/** One attempt of a request. */
export interface Attempt extends AppendRequest {
  readonly posted: Posted;
  /** The same in every attempt, so that a recorded commit with this id belongs to this request. */
  readonly commitId: string;
  readonly keyed: KeyedRequest | undefined;
}
