import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import {
  recordedAsOfParameters,
  ReadHeaders,
  readParameters,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { oneOf } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { count, counted, ShortEvent, YearCount } from './counted-fields.ts';
import { countedEvents } from './counted-events.ts';
import { dossierEvents, dossierEventsOperation, dossierEventsRequest } from './dossier-events.ts';
import { dossierPath } from './dossier-path.ts';
import { dossiers } from './dossiers.ts';
import { partyProfile } from './profile.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { mostStates, partnerStates } from '#shared/read-models/relations/partner-states.ts';
import { stateFields } from '#shared/read-models/relations/state-fields.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { changes } from '#shared/read-models/changes/change-log.ts';

const readPartyRequest = () =>
  ({
    path: z.object({ party: dossierPath.party }),
    headers: ReadHeaders,
    query: z.strictObject({
      ...recordedAsOfParameters,
      ...readParameters,
      partners: wholeNumber(0, 300)
        .default(20)
        .meta({ description: 'How many partners are shown, the most frequent first' }),
      include: z
        .literal('state')
        .optional()
        .meta({ description: `With the \`state\` of the first ${mostStates}` }),
    }),
  }) as const satisfies RequestContract;

/** `GET /parties/{party}` */
export const readParty = queryResource(
  [countedEvents, changes, dossiers, contacts, lifecycles, eventRows],
  readPartyRequest,
  async ({ path: { party }, query: { asOf, partners: top, include }, readModels, now }) => {
    const profile = await partyProfile(readModels, { party, asOf, top });
    const dyads = include === undefined ? [] : profile.partners.map(({ dyad }) => dyad);
    const states = await partnerStates(readModels, dyads, { on: askedDay({ asOf }, now()), asOf });
    const partners = profile.partners.map((partner) => {
      const state = states.get(partner.dyad);
      return { ...partner, ...(state && { state }) };
    });
    const links = { events: `/parties/${party}/events`, offices: `/parties/${party}/offices` };
    return json(200, { ...profile, partners, links });
  },
);

export const readPartyOperation = (): Operation => {
  const state = z.object(stateFields()).optional();
  const Partner = z.object({ party: PartyCode, dyad: z.string(), n: count, state });
  return {
    summary: 'The dossier of a party',
    description:
      'How many events it took part in, by type, year and partner, and the first and the last of them. ' +
      'With scores: `GET /relations?party=`.',
    request: readPartyRequest(),
    responses: oneOf(
      'The dossier',
      z.object({
        party: PartyCode,
        ...counted,
        years: z.array(YearCount),
        types: z.array(z.object({ type: z.string(), n: count })).meta({ examples: [[{ type: 'MeetingHeld', n: 6 }]] }),
        partners: z.array(Partner).meta({ examples: [[{ party: 'PAK', dyad: 'BGD-PAK', n: 17 }]] }),
        partnerCount: count.meta({ description: 'How many partners there are, shown or not' }),
        firstEvent: ShortEvent.nullable(),
        lastEvent: ShortEvent.nullable(),
        links: z.object({ events: z.string(), offices: z.string() }),
      }),
    ),
    problems: ['invalid-request', 'projection-lagging'],
  };
};

/** `GET /parties/{party}/events` */
export const readPartyEvents = dossierEvents('party');

export const readPartyEventsOperation = (): Operation =>
  dossierEventsOperation(
    'a party',
    'Everything that it takes part in, that mentions it, or that bears on one of its relations.',
    dossierEventsRequest('party'),
  );
