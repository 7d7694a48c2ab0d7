import { describe, expect, it } from 'vitest';
import { parseRequest } from '#shared/api/protocol/parse-request.ts';
import { AppendHeaders, expectedVersion, preferredWait } from '#shared/api/protocol/preconditions.ts';
import { problemOfRefused, request } from '#tests/support/requests.ts';

const contract = { headers: AppendHeaders } as const;
const parse = (headers: Record<string, string>) => parseRequest(contract, request({ headers })).headers;
const refusal = (headers: Record<string, string>) => problemOfRefused(() => parse(headers)).document;

describe('the precondition of an append', () => {
  it.each([
    [{}, 'any'],
    [{ 'if-match': '"0"' }, 0],
    [{ 'if-match': '"3"' }, 3],
    [{ 'if-match': '"9007199254740991"' }, 9007199254740991],
    [{ 'if-none-match': '*' }, 0],
  ] as const)('%j means version %s', (headers, version) => {
    expect(expectedVersion(parse(headers))).toBe(version);
  });

  it.each(['3', 'W/"3"', '*', '"03"', '"-1"', '"3", "4"', '"abc"', '""', '', '"12345678901234567"'])(
    'refuses If-Match: %s, naming the header',
    (value) => {
      expect(refusal({ 'if-match': value })).toMatchObject({
        status: 400,
        errors: [{ header: 'if-match', detail: expect.stringContaining('quoted') }],
      });
    },
  );

  it.each(['"3"', '', '**'])('refuses If-None-Match: %s, naming the header', (value) => {
    expect(refusal({ 'if-none-match': value }).errors).toMatchObject([{ header: 'if-none-match' }]);
  });

  it('is one, not two', () => {
    expect(refusal({ 'if-match': '"0"', 'if-none-match': '*' }).errors).toMatchObject([{ header: 'if-none-match' }]);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['once', '5b0e2a3e-64f1-4c49-9f1e-0d2c3b4a5968', '"quoted"', '!~', 'x'.repeat(128)])('may be %s', (key) => {
    expect(parse({ 'idempotency-key': key })['idempotency-key']).toBe(key);
  });

  it.each(['', ' ', 'two words', 'é', 'tab\t', 'x'.repeat(129)])('may not be %j', (key) => {
    expect(refusal({ 'idempotency-key': key }).errors).toMatchObject([{ header: 'idempotency-key' }]);
  });
});

describe('the preference to wait', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['return=minimal', undefined],
    ['wait', undefined],
    ['wait=soon', undefined],
    ['wait=-1', undefined],
    ['wait=1.5', undefined],
    ['await=5', undefined],
    ['wait=0', 0],
    ['wait=5', 5],
    ['Wait=5', 5],
    ['wait="5"', 5],
    ['wait = 5', 5],
    ['respond-async, wait=5', 5],
    ['respond-async,wait=5;foo=bar, handling=lenient', 5],
    ['wait=20', 20],
    ['wait=600', 20],
  ])('%j is %s seconds', (prefer, seconds) => {
    expect(preferredWait(prefer)).toBe(seconds);
  });
});
