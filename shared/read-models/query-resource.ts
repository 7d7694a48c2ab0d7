import type { Cursors } from '#shared/cursor.ts';
import { lazily } from '#shared/domain/lazily.ts';
import type { KnownBy } from '#shared/domain/corrections/known-by-report.ts';
import { feedPosition } from '#shared/feed/feed-cursor.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { type Parsed, parseRequest, type RequestContract } from '#shared/api/protocol/parse-request.ts';
import { preferredWait } from '#shared/api/protocol/preconditions.ts';
import { invalidRequest } from '#shared/api/protocol/problem.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { type Complete, completeNow, completeTo } from '#shared/projections/engine/projection-progress.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
import { completeAsOf, type SettlingPorts } from '#shared/projections/engine/settled.ts';
import { type ServedReadModels, servedReadModels } from '#shared/projections/generations/served-read-models.ts';

/** The ports of the function that serves the read models. */
export interface QueryPorts extends SettlingPorts {
  readonly readModels: RowReader;
  readonly ledger: Pick<LedgerReader, 'head' | 'commits'>;
  readonly cursors: Cursors;
}

/** A request to a read model, and the sources of its result. */
export interface QueryCall extends Pick<QueryPorts, 'ledger' | 'cursors' | 'now' | 'checkpoints'> {
  readonly request: HttpRequest;
  /** Complete up to its watermark. */
  readonly readModels: ServedReadModels & { readonly upTo: number };
}

/** The code of a route that reads projections. */
export interface QueryResource extends Resource<QueryPorts> {
  /** The projections that it reads: `atLeast` waits for these. */
  readonly reads: readonly { readonly name: string }[];
}

/** Milliseconds that the clock of a client may be ahead: an instant later than that is no instant to wait for. */
const aheadMs = 60_000;

/** Seconds that a query waits for `atLeast` or `asOf` unless the client prefers another time. */
const waitSeconds = 10;

/**
 * A query of read models. It reads the generations that serve, the same ones throughout a request, and says in the
 * header `Watermark` up to which position they are complete. With `atLeast` it waits until they have come so far, with
 * `asOf` until they have all that was recorded by then. The contract is made with the first request.
 */
export const queryResource = <Contract extends RequestContract>(
  reads: QueryResource['reads'],
  contract: () => Contract,
  handle: (call: Parsed<Contract> & QueryCall) => Promise<HttpReply> | HttpReply,
  { instants = ['asOf', 'knownOn'] }: { readonly instants?: readonly string[] } = {},
): QueryResource => {
  const made = lazily(contract);
  return {
    reads,
    handle: async (ports, request) => {
      const { atLeast, ...queryStringParameters } = request.queryStringParameters ?? {};
      const asked = { ...request, queryStringParameters };
      const parsed = parseRequest(made(), asked);
      const wait = preferredWait(request.headers.prefer) ?? waitSeconds;
      const position = atLeast === undefined ? 0 : feedPosition(ports.cursors, atLeast, { parameter: 'atLeast' });
      const asOf = asOfIn(parsed, ports.now(), instants);
      const knownBy = knownByIn(parsed, asOf);
      // What was reported by an instant may be recorded at any time: there is nothing to wait for.
      const recorded = knownBy === 'reported' ? undefined : asOf;
      const { serving, upTo } = await completeFor({ position, asOf: recorded, wait }, reads, ports);
      const { ledger, now, checkpoints } = ports;
      const cursors = cursorsOf(ports.cursors, knownBy);
      const readModels = { ...servedReadModels(ports.readModels, serving, upTo), upTo, knownBy };
      const reply = await handle({ ...parsed, request: asked, readModels, ledger, cursors, now, checkpoints });
      return { ...reply, headers: { ...reply.headers, Watermark: String(upTo) } };
    },
  };
};

interface Wanted {
  readonly position: number;
  readonly asOf: string | undefined;
  /** In seconds. */
  readonly wait: number;
}

async function completeFor(
  { position, asOf, wait }: Wanted,
  reads: QueryResource['reads'],
  ports: SettlingPorts,
): Promise<Complete> {
  const names = reads.map(({ name }) => name);
  const complete = position === 0 ? completeNow(names, ports) : completeTo(position, names, ports, wait);
  if (asOf === undefined) return complete;
  await complete;
  return completeAsOf(asOf, names, ports, wait);
}

/**
 * The instant that a query asks about, as its contract has it; throws the problem `invalid-request` when it is in the
 * future.
 */
function asOfIn(
  { query = {} }: { readonly query?: unknown },
  now: Date,
  instants: readonly string[],
): string | undefined {
  const asked = query as Readonly<Record<string, string | undefined>>;
  const parameter = instants.find((name) => asked[name] !== undefined);
  const instant = parameter && asked[parameter];
  if (parameter === undefined || instant === undefined) return undefined;
  if (Date.parse(instant) > now.getTime() + aheadMs) {
    const detail = `Expected an instant that is not in the future: it is ${now.toISOString()}, got ${instant}`;
    throw invalidRequest([{ parameter, detail }]);
  }
  return instant;
}

/** What the instant means; throws the problem `invalid-request` where there is none. */
function knownByIn({ query = {} }: { readonly query?: unknown }, asOf: string | undefined): KnownBy {
  const { knownBy } = query as { readonly knownBy?: KnownBy };
  if (knownBy !== undefined && asOf === undefined) {
    throw invalidRequest([{ parameter: 'knownBy', detail: 'Expected asOf with it: it says what that instant means' }]);
  }
  return knownBy ?? 'recorded';
}

/** The cursors of a list of what was recorded, or of another one, of what was reported. */
const cursorsOf = (cursors: Cursors, knownBy: KnownBy): Cursors =>
  knownBy === 'recorded'
    ? cursors
    : {
        sign: (list, place) => cursors.sign(`${knownBy} ${list}`, place),
        verify: (list, cursor, at) => cursors.verify(`${knownBy} ${list}`, cursor, at),
      };
