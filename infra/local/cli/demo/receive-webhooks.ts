import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { receivedPositions } from './received-positions.ts';

const Subscribed = z.object({ secret: z.string() });
const Event = z.object({ position: z.int() });

export interface Receiver {
  /**
   * The positions of so many events, in the order in which they were posted; throws when they do not come. Ends the
   * receiver.
   */
  readonly positions: (count: number) => Promise<readonly number[]>;
}

/** A receiver on this machine that is called for every event from now on, and believes only what is signed. */
export async function receiveWebhooks(cloud: LocalCloud): Promise<Receiver> {
  const events = receivedPositions('webhook');
  let verify: ((body: string, headers: Record<string, string>) => unknown) | undefined;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signed = verify?.(await text(request), request.headers as Record<string, string>);
    const { position } = Event.parse(signed);
    response.writeHead(204).end();
    events.add(position);
  };
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.writeHead(400).end());
  });
  await once(server.listen(0, '127.0.0.1').unref(), 'listening');
  const { port } = server.address() as AddressInfo;
  const reply = await fetch(`${cloud.url}/subscriptions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await cloud.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: `http://127.0.0.1:${port}/`, from: 'now', description: 'the demo' }),
  });
  if (reply.status !== 201) throw new Error(`Subscribing: ${reply.status} ${await reply.text()}`);
  const { secret } = Subscribed.parse(await reply.json());
  const webhook = new Webhook(secret);
  verify = (body, headers) => webhook.verify(body, headers);
  return {
    positions: async (count) => {
      try {
        return await events.first(count);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
