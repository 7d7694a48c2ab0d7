/** One HTTP request with its body, as it was received. */
export interface RawRequest {
  /** The request line and the headers, without the empty line. */
  readonly head: string;
  readonly body: Buffer;
}

const headEnd = Buffer.from('\r\n\r\n');

/** Reads a header of a request. */
export const headerOf = ({ head }: Pick<RawRequest, 'head'>, name: string): string | undefined =>
  new RegExp(`^${name}: *(.*?) *$`, 'im').exec(head)?.[1];

/**
 * Splits the bytes of a connection into requests. Understands bodies with a `content-length`, which is all that AWS's
 * SDKs send; calls `onRequest` for each whole request and throws for a body of another kind.
 */
export function requestReader(onRequest: (request: RawRequest) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let received = 0;
  let needed = 0;

  return (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    while (received > 0 && received >= needed) {
      const bytes = chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
      chunks = [bytes];
      const headLength = bytes.indexOf(headEnd);
      if (headLength === -1) return;
      const head = bytes.toString('latin1', 0, headLength);
      const contentLength = headerOf({ head }, 'content-length');
      if (contentLength === undefined) throw new Error('A request without content-length cannot be read');
      const start = headLength + headEnd.length;
      needed = start + Number(contentLength);
      if (received < needed) return;
      onRequest({ head, body: bytes.subarray(start, needed) });
      chunks = received > needed ? [bytes.subarray(needed)] : [];
      received -= needed;
      needed = 0;
    }
  };
}
