import { contactNetwork, neighbourhood } from '../../shared/domain/contact-network.ts';
import { networkReply } from '../../shared/http/network-reply.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { readContactsRequest } from '../../shared/http/requests/read-contacts.ts';
import { contactsOfQuarter } from '../../shared/answers/read-contacts.ts';
import { contacts } from '../../shared/projections/contacts.ts';
import { type Querying, queryFunction } from '../middleware/query-function.ts';
import { querying } from '../wiring/querying.ts';

/** `GET /contacts/{quarter}` */
export const readContacts = (ports: Querying) =>
  queryFunction(
    [contacts],
    ports,
  )(async (request, readModels) => {
    const { path, query } = parseRequest(readContactsRequest, request);
    const network = contactNetwork(await contactsOfQuarter(readModels, path.quarter, query.asOf));
    const shown = query.party === undefined ? network : neighbourhood(network, query.party);
    return networkReply(request, path.quarter, shown);
  });

export const handler = readContacts(querying());
