import type { Cursors } from '#shared/cursor.ts';
import { feedPosition } from '#shared/feed/feed-cursor.ts';
import { endOf, type EndPorts } from '#shared/subscriptions/phases/end-of.ts';
import { HttpProblem, invalidRequest, notFound, problem, problemAt } from '#shared/api/protocol/problem.ts';
import { clientMessageFrom, type Subscribe } from './client-message.ts';
import { maxSubscriptions, type SocketSubscription } from './connection.ts';
import type { Connections, NotAdded } from './connections.ts';
import type { ServerMessage } from './server-message.ts';

export interface RespondPorts extends EndPorts {
  readonly connections: Pick<Connections, 'find' | 'add' | 'remove'>;
  readonly cursors: Cursors;
  /** Triggers pushes to connections. */
  readonly trigger: (connectionIds: readonly string[]) => Promise<void>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/**
 * Responds to a client's message; `undefined`: the response comes with the pushed messages, in order. Throws problems
 * that name the field.
 */
export async function respond(
  ports: RespondPorts,
  connection: string,
  body: string,
): Promise<ServerMessage | undefined> {
  const message = clientMessageFrom(body);
  switch (message.action) {
    case 'subscribe':
      return subscribe(ports, connection, message);
    case 'unsubscribe':
      return unsubscribe(ports, connection, message.id);
    case 'ping':
      return { type: 'pong', ...(message.id !== undefined && { id: message.id }) };
  }
}

async function subscribe(ports: RespondPorts, connection: string, message: Subscribe): Promise<undefined> {
  const { newId } = ports;
  const id = newId();
  const subscription: SocketSubscription = {
    owner: connection,
    id,
    name: message.id ?? id,
    filter: message.filter,
    cursor: await startOf(ports, message),
    announced: false,
    catchingUp: true,
  };
  const refused = await ports.connections.add(subscription, ports.now().toISOString());
  if (refused !== undefined) throw refusal(refused);
  await ports.trigger([connection]);
}

async function unsubscribe(
  { connections }: RespondPorts,
  connection: string,
  subscription: string,
): Promise<ServerMessage> {
  const held = await connections.find(connection);
  const found = held?.subscriptions.find(({ name }) => name === subscription);
  if (found === undefined)
    throw problemAt('not-found', [{ pointer: '/id', detail: 'There is no such subscription on this connection' }]);
  await connections.remove(found);
  return { type: 'unsubscribed', subscription };
}

/** Returns the position after which a subscription begins. */
async function startOf(ports: RespondPorts, { after, filter }: Subscribe): Promise<number> {
  if (after === undefined) return endOf(ports, filter);
  if (after === 'beginning') return 0;
  try {
    return feedPosition(ports.cursors, after, { pointer: '/after' });
  } catch {
    const detail = 'Expected a cursor of the feed or of a message, unchanged, or "beginning"';
    throw problemAt('invalid-cursor', [{ pointer: '/after', detail }]);
  }
}

function refusal(refused: NotAdded): HttpProblem {
  switch (refused) {
    case 'name-taken':
      return invalidRequest([{ pointer: '/id', detail: 'There is a subscription of this name: choose another' }]);
    case 'too-many': {
      const detail = `There may be ${maxSubscriptions} subscriptions on one connection: unsubscribe one first`;
      return new HttpProblem(problem('too-many-subscriptions', { detail }));
    }
    case 'gone':
      return notFound('The connection is about to end: connect again');
  }
}
