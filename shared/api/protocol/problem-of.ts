import { InvalidCursor } from '#shared/cursor.ts';
import { NotYoursToCorrect } from '#shared/domain/corrections/authority.ts';
import { RuleViolated } from '#shared/domain/streams/decider.ts';
import { given } from '#shared/domain/events/explained.ts';
import { unavailable } from '#shared/dynamodb/unavailable.ts';
import {
  CommitTooLarge,
  IdempotencyKeyReused,
  StreamContended,
  VersionConflict,
} from '#shared/ledger/append-errors.ts';
import { GenerationRefused, NoSuchGeneration } from '#shared/projections/generations/generation-errors.ts';
import { ProjectionLagging } from '#shared/projections/engine/projection-progress.ts';
import { TooManySubscriptions } from '#shared/subscriptions/filter/too-many-subscriptions.ts';
import { HttpProblem, notFound, problem, problemAt } from './problem.ts';

/** Maps an error of the domain or the ledger to a problem; `undefined` for any other error. */
export function problemOf(error: unknown): HttpProblem | undefined {
  if (error instanceof HttpProblem) return error;
  if (error instanceof InvalidCursor) {
    const { message, at, cursor } = error;
    return problemAt('invalid-cursor', [{ ...at, detail: `${message}, got ${given(cursor)}` }]);
  }
  if (error instanceof VersionConflict) {
    const { currentVersion, message: detail } = error;
    return new HttpProblem(problem('version-conflict', { detail, currentVersion }), { ETag: etag(currentVersion) });
  }
  if (error instanceof NotYoursToCorrect) {
    return new HttpProblem(problem('not-yours-to-correct', { detail: error.message, rule: error.rule }));
  }
  if (error instanceof RuleViolated) {
    return new HttpProblem(problem('rule-violated', { detail: error.message, rule: error.rule }));
  }
  if (error instanceof IdempotencyKeyReused) {
    return new HttpProblem(problem('idempotency-key-reused', { detail: error.message }));
  }
  if (error instanceof TooManySubscriptions) {
    return new HttpProblem(problem('too-many-subscriptions', { detail: error.message }));
  }
  if (error instanceof CommitTooLarge) {
    const { message: detail, pointer } = error;
    return problemAt('payload-too-large', [{ pointer, detail }]);
  }
  if (error instanceof StreamContended) {
    return new HttpProblem(problem('stream-contended', { detail: error.message }), { 'Retry-After': '1' });
  }
  if (error instanceof GenerationRefused) {
    const { message: detail, refusal, positions } = error;
    return new HttpProblem(problem('build-refused', { detail, refusal, ...positions }));
  }
  if (error instanceof NoSuchGeneration) return notFound(error.message);
  if (error instanceof ProjectionLagging) {
    const { message: detail, wanted, reached } = error;
    return new HttpProblem(problem('projection-lagging', { detail, wanted, reached }), { 'Retry-After': '1' });
  }
  if (unavailable(error)) return new HttpProblem(problem('unavailable'), { 'Retry-After': '2' });
  return undefined;
}

/** A stream's version as a strong entity tag. */
export const etag = (version: number): string => `"${version}"`;
