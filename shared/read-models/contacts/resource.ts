import * as z from 'zod';
import { contactKinds } from '#shared/domain/events/contact.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { asOfParameters, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listAsText, notModified, taggedHeader } from '#shared/api/protocol/query-responses.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { contactNetwork, neighbourhood } from './contact-network.ts';
import { networkReply } from './network-reply.ts';
import { contacts } from './projection.ts';
import { contactsOfQuarter, mostRows, multilateralAmong, unplacedInQuarter } from './query.ts';

const readContactsRequest = () =>
  ({
    path: z.object({
      quarter: z
        .string()
        .regex(/^\d{4}-Q[1-4]$/, 'Expected a quarter, such as 2025-Q1')
        .meta({ examples: ['2025-Q1'] }),
    }),
    headers: ReadHeaders,
    query: z.strictObject({
      party: PartyCode.optional().meta({
        description: "Only this party, those it was in contact with, and their contacts with each other; ranks stay the whole network's", // prettier-ignore
      }),
      ...asOfParameters,
      ...readParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /contacts/{quarter}` */
export const readContacts = queryResource(
  [contacts, eventRows],
  readContactsRequest,
  async ({ path: { quarter }, query, readModels, request }) => {
    const [placed, unplaced] = await Promise.all([
      contactsOfQuarter(readModels, quarter, query.asOf),
      unplacedInQuarter(readModels, quarter, query.asOf),
    ]);
    const network = contactNetwork(placed.contacts);
    const shown = query.party === undefined ? network : neighbourhood(network, query.party);
    const { isCut, ...vague } = unplaced;
    return networkReply(request, quarter, {
      ...shown,
      unplaced: vague,
      multilateral: multilateralAmong(placed.contacts),
      isCut: placed.isCut || isCut,
    });
  },
);

export const readContactsOperation = (): Operation => {
  const strength = z.number().meta({
    description: 'Σ of the factors of credibility: 1: 1, 2: .8, 3: .5, 4: .2, 5: 0, 6 and not assessed: .3',
    examples: [2.3],
  });

  const Node = z
    .object({
      party: PartyCode,
      contacts: z.int().meta({ description: 'With whomever: a contact with two others counts twice', examples: [6] }),
      strength,
      pageRank: z
        .number()
        .meta({ description: 'Weighted by strength, damping 0.85; all ranks sum to 1', examples: [0.31] }),
    })
    .meta({ id: 'NetworkNode' });

  const Edge = z
    .object({
      dyad: z.string().meta({ examples: ['BGD-PAK'] }),
      contacts: z.record(z.enum(contactKinds), z.int()).meta({ description: 'How many of each kind' }),
      strength,
    })
    .meta({ id: 'NetworkEdge' });
  const contact = { id: EventId, kind: z.enum(contactKinds), occurred: z.string() };
  const parties = z.int().meta({ description: 'How many took part, of more than eight' });
  const first = (items: z.ZodObject) =>
    z.object({ n: z.int(), items: z.array(items).max(100).meta({ description: 'The first 100 of them' }) });
  const Multilateral = first(z.object({ ...contact, parties })).meta({
    description: 'Contacts of more than eight parties; they tie no two of them, and are in no edge',
  });
  const Unplaced = first(z.object({ ...contact, dyads: z.array(z.string()), parties: parties.optional() })).meta({
    description: 'Contacts that may have been in the quarter, and are dated too vaguely to belong to one',
  });
  return {
    summary: 'Who was in contact with whom in a quarter',
    description:
      'The network of visits, meetings, calls and talks that were held. A contact belongs to the quarter of its first possible day if all its days lie in at most two quarters; ' +
      'others are `unplaced`, in the years of their first and last day. A visit and its meetings count each. As CSV or NDJSON: the edges.',
    request: readContactsRequest(),
    responses: {
      200: {
        description: 'Nodes by rank, edges by strength, the greatest first',
        content: {
          'application/json': z.object({
            quarter: z.string(),
            nodes: z.array(Node),
            edges: z.array(Edge),
            unplaced: Unplaced,
            multilateral: Multilateral,
            isCut: z.boolean().meta({
              description: `Whether contacts were left out: of the quarter and of its year's unplaced ones, the first ${mostRows} are looked at`,
            }),
          }),
          ...listAsText,
        },
        headers: taggedHeader,
      },
      304: notModified,
    },
    problems: ['invalid-request', 'projection-lagging'],
  };
};
