import { describe, expect, it } from 'vitest';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import { request } from '#tests/support/requests.ts';

interface Treaty {
  readonly title: string;
  readonly parties?: number;
  readonly inForce?: boolean;
}
const columns: Columns<Treaty> = {
  title: ({ title }) => title,
  parties: ({ parties }) => parties,
  inForce: ({ inForce }) => inForce,
};
const list = (items: readonly Treaty[], accept = 'text/csv', next: string | null = null) =>
  listReply(
    request({ path: '/treaties', query: { limit: '1' }, headers: { accept } }),
    { items, next },
    { file: 'treaties', columns },
  );

describe('a list', () => {
  it('is JSON unless the client asks for something else', () => {
    const reply = list([{ title: 'Simla' }], 'application/json', 'abc');
    expect(JSON.parse(reply.body)).toEqual({ items: [{ title: 'Simla' }], next: 'abc' });
    expect(reply.headers).toMatchObject({ 'Content-Type': 'application/json', Vary: 'Accept' });
  });

  it('is a file of CSV with a row of headings for whoever accepts CSV', () => {
    const reply = list([
      { title: 'Simla, 1972', parties: 2, inForce: true },
      { title: 'The "Delhi" agreement', inForce: false },
    ]);
    expect(reply.headers).toMatchObject({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="treaties.csv"',
    });
    expect(reply.body).toBe('title,parties,inForce\r\n"Simla, 1972",2,true\r\n"The ""Delhi"" agreement",,false\r\n');
  });

  it('is NDJSON for a client that accepts it: each item as JSON on a line of its own, also with line breaks in it', () => {
    const items = [{ title: 'Simla,\nof 1972\u2028', parties: 2 }, { title: 'Delhi' }];
    const reply = list(items, 'application/x-ndjson', 'abc');
    expect(reply.headers).toMatchObject({ 'Content-Type': 'application/x-ndjson', Vary: 'Accept' });
    expect(
      reply.body
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual(items);
    expect(reply.body.endsWith('}\n')).toBe(true);
    expect(list([], 'application/x-ndjson').body).toBe('');
  });

  it.each([
    ['text/csv, application/x-ndjson', 'text/csv; charset=utf-8; header=present'],
    ['text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
    ['application/x-ndjson;q=0.5, application/json', 'application/json'],
    ['application/x-ndjson;q=0, */*', 'application/json'],
  ])('is what the client likes best: %s', (accept, mediaType) => {
    expect(list([{ title: 'Simla' }], accept).headers['Content-Type']).toBe(mediaType);
  });

  it('is refused to a client that accepts none of its forms', () => {
    expect(() => list([], 'application/ndjson')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('application/x-ndjson') }),
    );
  });

  it('leads to the next page in every form', () => {
    const link = '</treaties?limit=1&cursor=abc>; rel="next"';
    expect(list([], 'text/csv', 'abc').headers.Link).toBe(link);
    expect(list([], 'application/json', 'abc').headers.Link).toBe(link);
    expect(list([], 'application/x-ndjson', 'abc').headers.Link).toBe(link);
    expect(list([]).headers).not.toHaveProperty('Link');
  });

  it('has its headings as CSV also when it is empty', () => {
    expect(list([]).body).toBe('title,parties,inForce\r\n');
  });
});
