import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { violationOfAddress, type Loopback } from './public-address.ts';
import { violationOfUrl } from './webhook-url.ts';

/** A receiver's response: its status, and the beginning of its body. */
export interface ReceiverResponse {
  readonly status: number;
  readonly body: string;
}

export interface WebhookClient {
  /** Posts once, following no redirect. Throws `NotReached` when no complete response comes in time. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<ReceiverResponse>;
  /** Closes its connections. */
  close(): void;
}

/** Reports that no response came; the message gives the reason to the owner of the subscription. */
export class NotReached extends Error {}

export interface WebhookClientOptions {
  readonly loopback: Loopback;
  /** Whether a connection serves several messages; its user has to close the client. */
  readonly keepAlive: boolean;
  /** Milliseconds from the call to the end of the response. */
  readonly timeoutMs?: number;
  /** Resolves a name to addresses; absent: the system does. */
  readonly resolve?: Resolve;
}

/** Bytes of a response that are read; the rest is cut off. */
export const maxAnswerBytes = 64 * 1024;

/**
 * Posts to receivers, but never into a private network: the addresses that a name is resolved to are checked at every
 * connection, and the connection goes to one of those that were checked.
 */
export function webhookClient(options: WebhookClientOptions): WebhookClient {
  const { loopback, keepAlive, timeoutMs = 10_000, resolve = systemAddresses } = options;
  const settings = { keepAlive, lookup: guarded(resolve, loopback) };
  const agents = { http: new http.Agent(settings), https: new https.Agent(settings) };
  return {
    post: async (url, headers, body) => {
      const fault = violationOfUrl(url, loopback);
      if (fault !== undefined) throw new NotReached(fault);
      const secure = new URL(url).protocol === 'https:';
      const agent = secure ? agents.https : agents.http;
      const request = secure ? https.request : http.request;
      const signal = AbortSignal.timeout(timeoutMs);
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      try {
        return await answerTo(
          request(url, { method: 'POST', agent, signal, headers: { ...headers, ...length } }),
          body,
        );
      } catch (error) {
        throw new NotReached(signal.aborted ? `No complete answer within ${timeoutMs / 1000} s` : reasonOf(error));
      }
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

async function answerTo(sent: http.ClientRequest, body: string): Promise<ReceiverResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  sent.once('response', resolve).on('error', reject).end(body);
  const response = await promise;
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early ends the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= maxAnswerBytes) break;
  }
  const text = Buffer.concat(chunks).subarray(0, maxAnswerBytes).toString('utf8');
  return { status: response.statusCode ?? 0, body: text };
}

const systemAddresses = async (hostname: string): Promise<string[]> =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Returns the addresses of a name, if all of them are allowed. */
async function checkedAddresses(hostname: string, resolve: Resolve, loopback: Loopback): Promise<LookupAddress[]> {
  const addresses = await resolve(hostname);
  if (addresses.length === 0) throw new NotReached(`${hostname} has no address`);
  const fault = addresses.map((address) => violationOfAddress(address, loopback)).find((found) => found !== undefined);
  if (fault !== undefined) throw new NotReached(`${hostname} leads nowhere public: ${fault}`);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}

/** Makes a lookup that fails a connection into a private network. */
function guarded(resolve: Resolve, loopback: Loopback): LookupFunction {
  const answer = async (hostname: string, all: boolean, callback: Parameters<LookupFunction>[2]): Promise<void> => {
    try {
      const found = await checkedAddresses(hostname, resolve, loopback);
      if (all) callback(null, found);
      else callback(null, found[0]?.address ?? '', found[0]?.family);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), '');
    }
  };
  return (hostname, { all = false }, callback) => void answer(hostname, all, callback);
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The name of the receiver is not known',
  EAI_AGAIN: 'The name of the receiver cannot be resolved now',
  ECONNREFUSED: 'The receiver refuses connections',
  ECONNRESET: 'The receiver closed the connection before its answer was complete',
  ETIMEDOUT: 'The receiver cannot be connected to',
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message;
}
