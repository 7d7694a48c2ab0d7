import type { Clients } from '#shared/identity/clients.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { claimsOf, type HttpRequest } from '#shared/api/protocol/http-request.ts';

/** Who posts, and whether they may correct what others recorded. */
export type PostedBy = Pick<AppendRequest, 'recordedBy' | 'mayCurate' | 'correlationId' | 'hasTime'>;

/**
 * Reads who posts from the verified token. The organisation is that of the client's configuration; people, whose client
 * has none, bring that of their groups.
 */
export function postedBy(request: HttpRequest, clients: Clients): Pick<PostedBy, 'recordedBy' | 'mayCurate'> {
  const { sub: subject, client_id: id, scope = '', organisation: claimed } = claimsOf(request);
  const known = id === undefined ? undefined : clients.get(id);
  const client = known?.name ?? id;
  const organisation = known === undefined ? undefined : (known.organisation ?? claimed);
  return {
    recordedBy: {
      subject,
      ...(client !== undefined && { client }),
      ...(organisation !== undefined && { organisation }),
    },
    mayCurate: scope.split(' ').includes('chancery/curate'),
  };
}
