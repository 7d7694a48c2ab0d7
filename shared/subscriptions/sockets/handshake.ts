/** The headers of a handshake, named as the client named them. */
export type HandshakeHeaders = Readonly<Record<string, string | undefined>>;

/** The subprotocol of the sockets. */
const ownProtocol = 'chancery';

/** The prefix of the subprotocol that carries a token: browsers can set no header. */
const bearer = 'bearer.';

const headerOf = (headers: HandshakeHeaders, name: string): string =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

const protocolsIn = (headers: HandshakeHeaders): string[] =>
  headerOf(headers, 'sec-websocket-protocol')
    .split(',')
    .map((protocol) => protocol.trim());

/** Returns the token of a handshake: `Authorization: Bearer …`, or the subprotocol `bearer.…`. */
export function tokenIn(headers: HandshakeHeaders): string | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(headerOf(headers, 'authorization')) ?? [];
  return (
    token ??
    protocolsIn(headers)
      .find((one) => one.startsWith(bearer))
      ?.slice(bearer.length)
  );
}

/** Returns the subprotocol to choose, never one with a token; `undefined`: the client did not offer it. */
export const protocolFor = (headers: HandshakeHeaders): string | undefined =>
  protocolsIn(headers).find((protocol) => protocol === ownProtocol);
