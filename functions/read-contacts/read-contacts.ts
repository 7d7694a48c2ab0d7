import { contactNetwork, neighbourhood } from '#shared/read-models/contacts/contact-network.ts';
import { networkReply } from '#shared/read-models/contacts/network-reply.ts';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { readContactsRequest } from '#shared/api/requests/read-contacts.ts';
import { contactsOfQuarter } from '#shared/read-models/contacts/query.ts';
import { contacts } from '#shared/read-models/contacts/projection.ts';
import { type Querying, queryFunction } from '#functions/adapters/query-function.ts';
import { querying } from '#functions/adapters/querying.ts';

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
