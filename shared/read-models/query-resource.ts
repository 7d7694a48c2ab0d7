import type { Cursors } from '#shared/cursor.ts';
import { feedPosition } from '#shared/feed/feed-cursor.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { type Parsed, parseRequest, type RequestContract } from '#shared/api/protocol/parse-request.ts';
import { preferredWait } from '#shared/api/protocol/preconditions.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { type Progress, servingAt } from '#shared/projections/engine/projection-progress.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { type ServedReadModels, servedReadModels } from '#shared/projections/generations/served-read-models.ts';

/** The ports of the function that serves the read models. */
export interface QueryPorts extends Progress {
  readonly readModels: Pick<ReadModels, 'load' | 'rows'>;
  readonly ledger: Pick<LedgerReader, 'head' | 'commits'>;
  readonly cursors: Cursors;
  readonly now: () => Date;
}

/** A request to a read model, and the sources of its result. */
export interface QueryCall extends Pick<QueryPorts, 'ledger' | 'cursors' | 'now'> {
  readonly request: HttpRequest;
  readonly readModels: ServedReadModels;
}

/** The code of a route that reads projections. */
export interface QueryResource extends Resource<QueryPorts> {
  /** The projections that it reads: `atLeast` waits for these. */
  readonly reads: readonly { readonly name: string }[];
}

/** Seconds that a query waits for `atLeast` unless the client prefers another time. */
const waitSeconds = 10;

/**
 * A query of read models. It reads the generations that serve, the same ones throughout a request, and waits, with `atLeast`, until all
 * projections that it reads have come so far.
 */
export const queryResource = <Contract extends RequestContract>(
  reads: QueryResource['reads'],
  contract: Contract,
  handle: (call: Parsed<Contract> & QueryCall) => Promise<HttpReply> | HttpReply,
): QueryResource => ({
  reads,
  handle: async (ports, request) => {
    const { atLeast, ...queryStringParameters } = request.queryStringParameters ?? {};
    const serving = await (atLeast === undefined
      ? ports.serving()
      : servingAt(
          feedPosition(ports.cursors, atLeast, { parameter: 'atLeast' }),
          reads.map(({ name }) => name),
          ports,
          preferredWait(request.headers.prefer) ?? waitSeconds,
        ));
    const { ledger, cursors, now } = ports;
    const asked = { ...request, queryStringParameters };
    const readModels = servedReadModels(ports.readModels, serving);
    return handle({ ...parseRequest(contract, asked), request: asked, readModels, ledger, cursors, now });
  },
});
