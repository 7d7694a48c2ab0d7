import { json } from '../../shared/http/http-request.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readPartyRequest } from '../../shared/http/requests/read-party.ts';
import { countedEvents } from '../../shared/projections/counted-events.ts';
import { dossiers } from '../../shared/projections/dossiers.ts';
import { partyProfile } from '../../shared/answers/party-profile.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

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
