import { json } from '#shared/api/protocol/http-request.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readPartyRequest } from '#shared/api/requests/read-party.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { dossiers } from '#shared/read-models/parties/dossiers.ts';
import { partyProfile } from '#shared/read-models/parties/profile.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

/** `GET /parties/{party}` */
export const readParty = (ports: Querying) =>
  queryFunction(
    [countedEvents, dossiers],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readPartyRequest, request);
    const { party } = path;
    const profile = await partyProfile(readModels, { party, asOf: query.asOf, top: query.partners });
    const links = { events: `/parties/${party}/events`, offices: `/parties/${party}/offices` };
    return json(200, { ...profile, links });
  });

export const handler = readParty(querying());
