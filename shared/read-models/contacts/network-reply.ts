import type { ContactNetwork } from './contact-network.ts';
import type { Multilateral, Unplaced } from './query.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { type HttpReply, type HttpRequest, json } from '#shared/api/protocol/http-request.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { requireAcceptable } from '#shared/api/protocol/not-acceptable.ts';
import { jsonMediaType, listMediaTypes, preferred } from '#shared/api/protocol/record-media-types.ts';

const edgeColumns: Columns<ContactNetwork['edges'][number]> = {
  dyad: ({ dyad }) => dyad,
  source: ({ dyad }) => splitPair(dyad)?.[0],
  target: ({ dyad }) => splitPair(dyad)?.[1],
  visits: ({ contacts }) => contacts.visit,
  meetings: ({ contacts }) => contacts.meeting,
  calls: ({ contacts }) => contacts.call,
  talks: ({ contacts }) => contacts.talks,
  strength: ({ strength }) => strength,
};

/** The network of a quarter, and the contacts that may belong to it. */
export interface QuarterNetwork extends ContactNetwork {
  readonly unplaced: Omit<Unplaced, 'isCut'>;
  readonly multilateral: Multilateral;
  /** Whether contacts were left out. */
  readonly isCut: boolean;
}

/**
 * The network of a quarter: its nodes and edges as JSON, or its edges as CSV, with the headings that tools for networks
 * know, or NDJSON.
 */
export function networkReply(
  request: HttpRequest,
  quarter: string,
  { nodes, edges, unplaced, multilateral, isCut }: QuarterNetwork,
): HttpReply {
  requireAcceptable(request, [jsonMediaType, ...listMediaTypes]);
  if (preferred(request, listMediaTypes) !== undefined) {
    return listReply(request, { items: edges, next: null }, { file: `contacts-${quarter}`, columns: edgeColumns });
  }
  return json(200, { quarter, nodes, edges, unplaced, multilateral, isCut }, { Vary: 'Accept' });
}
