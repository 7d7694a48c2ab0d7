import type { Cursors } from '#shared/cursor.ts';
import { feedPosition } from '#shared/feed/feed-cursor.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { preferredWait } from '#shared/api/protocol/preconditions.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { type Progress, servingAt } from '#shared/projections/engine/projection-progress.ts';
import { type ServedReadModels, servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { httpFunction } from './http-function.ts';

/** What queries of read models work with. */
export interface Querying extends Progress {
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
  readonly cursors: Cursors;
}

/** Seconds that a reader waits for `atLeast` unless it prefers another time. */
const waitSeconds = 10;

/**
 * A function that answers a query of read models; `projections` are those that it reads. It answers from the builds that serve, the same
 * ones throughout a request, and waits, with `atLeast`, until they have come so far.
 */
export const queryFunction =
  (projections: readonly { readonly name: string }[], querying: Querying) =>
  (answer: (request: HttpRequest, readModels: ServedReadModels) => Promise<HttpReply> | HttpReply) =>
    httpFunction(async (request) => {
      const { atLeast, ...queryStringParameters } = request.queryStringParameters ?? {};
      const serving = await (atLeast === undefined
        ? querying.serving()
        : servingAt(
            feedPosition(querying.cursors, atLeast, { parameter: 'atLeast' }),
            projections.map(({ name }) => name),
            querying,
            preferredWait(request.headers.prefer) ?? waitSeconds,
          ));
      const readModels = servedReadModels(querying.readModels, serving);
      return answer({ ...request, queryStringParameters }, readModels);
    });
