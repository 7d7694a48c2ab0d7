import { problemOf } from '#shared/api/protocol/problem-of.ts';
import { respond, type RespondPorts } from './respond.ts';
import { idIn } from './client-message.ts';
import type { ServerMessage } from './server-message.ts';

/** Responds to a client's message, with an error message where it is refused. An unknown error stays an error. */
export async function respondOrError(
  ports: RespondPorts,
  connection: string,
  body: string,
): Promise<ServerMessage | undefined> {
  try {
    return await respond(ports, connection, body);
  } catch (error) {
    const known = problemOf(error);
    if (known === undefined) throw error;
    const id = idIn(body);
    return { type: 'error', ...(id !== undefined && { id }), problem: known.document };
  }
}
