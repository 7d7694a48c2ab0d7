/** The headers of a handshake, named as the client named them. */
export type HandshakeHeaders = Readonly<Record<string, string | undefined>>;

/** What is spoken here. */
const ownProtocol = 'chancery';

/** Browsers can set no header: they say their token as a subprotocol that begins so. */
const bearer = 'bearer.';

const headerOf = (headers: HandshakeHeaders, name: string): string =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

const protocolsIn = (headers: HandshakeHeaders): string[] =>
  headerOf(headers, 'sec-websocket-protocol')
    .split(',')
    .map((protocol) => protocol.trim());

/** The token that a handshake brings: `Authorization: Bearer …`, or the subprotocol `bearer.…`. */
export function tokenIn(headers: HandshakeHeaders): string | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(headerOf(headers, 'authorization')) ?? [];
  return (
    token ??
    protocolsIn(headers)
      .find((one) => one.startsWith(bearer))
      ?.slice(bearer.length)
  );
}

/** The subprotocol to agree on, never the one that is a token; `undefined`: it was not offered. */
export const protocolFor = (headers: HandshakeHeaders): string | undefined =>
  protocolsIn(headers).find((protocol) => protocol === ownProtocol);
