import canonicalize from 'canonicalize';
import { idempotencyDays } from '#shared/idempotency-days.ts';
import type { NewEvent } from '#shared/domain/events/new-event.ts';
import { requestDigest } from './commit.ts';
import type { Decision, DecisionChange } from './decisions.ts';

/** The least number of seconds for which an Idempotency-Key is kept after its response. */
const keptSeconds = idempotencyDays * 24 * 60 * 60;

/** A repeatable request: a subject's key for a stream, and a digest of the subject and the posted body. */
export interface KeyedRequest {
  /** `key/<stream> <key> <digest of the subject>`: keys of different subjects, or for different streams, never meet. */
  readonly key: string;
  readonly digest: string;
}

export const keyedRequest = (
  stream: string,
  idempotencyKey: string,
  subject: string,
  posted: readonly NewEvent[],
): KeyedRequest => ({
  key: `key/${stream} ${idempotencyKey} ${requestDigest(subject)}`,
  digest: requestDigest(`${subject}\n${canonicalize(posted)}`),
});

/**
 * The outcome kept under a key: a commit or, where nothing was recorded (`count` 0), the stream's version at that time.
 */
export interface FirstAnswer {
  readonly digest: string;
  readonly stream: string;
  readonly version: number;
  readonly count: number;
}

/** The change that remembers a first answer; it fails where the key is known already. `at`: ISO 8601. */
export const remembered = (key: string, answer: FirstAnswer, at: string): DecisionChange & { next: Decision } => ({
  key,
  expected: 0,
  next: {
    revision: 1,
    data: JSON.stringify(answer),
    expiresAt: Math.floor(Date.parse(at) / 1000) + keptSeconds,
  },
});

/** The first answer that a decision holds. */
export const firstAnswerIn = ({ data }: Decision): FirstAnswer => JSON.parse(data);
