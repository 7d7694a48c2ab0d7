import type { NewEvent } from '#shared/domain/events/new-event.ts';
import type { Recorder } from '#shared/domain/events/recorder.ts';
import type { KeyedRequest } from './idempotency.ts';

export interface AppendRequest {
  readonly stream: string;
  /** The version the stream must have: 0 = no stream yet; `any` = whatever it has. */
  readonly expectedVersion: number | 'any';
  readonly idempotencyKey?: string | undefined;
  readonly events: readonly NewEvent[];
  readonly recordedBy: Recorder;
  /** Whether the recorder may correct the events of other organisations; absent: no. */
  readonly mayCurate?: boolean | undefined;
  /** What the poster calls the matter that the events belong to. */
  readonly correlationId?: string | undefined;
  /** What was posted, where these events record it in another way: the Idempotency-Key is that of the post. */
  readonly posted?: Posted;
  /** Whether there is time for another attempt; absent: for as many as there are. */
  readonly hasTime?: (() => boolean) | undefined;
}

type Posted = Pick<AppendRequest, 'stream' | 'events'>;

/** A request as it is tried. */
export interface Attempt extends AppendRequest {
  readonly posted: Posted;
  /** The same in every attempt: a commit that stands under it is this request's. */
  readonly commitId: string;
  readonly keyed: KeyedRequest | undefined;
}
