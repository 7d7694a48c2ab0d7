import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerOf, requestReader } from '#infra/local/cloud/dynamodb/http-request.ts';

const request = (body: string) =>
  `POST / HTTP/1.1\r\nX-Amz-Target: PutItem\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('the requests of a connection', () => {
  it('are the same, wherever the network cuts them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (bodies, cuts) => {
          const found: string[] = [];
          const read = requestReader(({ body }) => found.push(body.toString()));
          let rest = Buffer.from(bodies.map(request).join(''));
          for (const cut of cuts) {
            if (rest.length > 0) read(rest.subarray(0, cut));
            rest = rest.subarray(cut);
          }
          if (rest.length > 0) read(rest);
          expect(found).toEqual(bodies);
        },
      ),
    );
  });

  it('have headers, whatever their case', () => {
    const heads: (string | undefined)[] = [];
    requestReader((one) => heads.push(headerOf(one, 'x-amz-target')))(Buffer.from(request('')));
    expect(heads).toEqual(['PutItem']);
  });

  it('cannot be read without the length of the body', () => {
    const read = requestReader(() => undefined);
    expect(() => read(Buffer.from('POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n'))).toThrow(/content-length/);
  });
});
