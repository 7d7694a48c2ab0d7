import { beforeAll, describe, expect, it } from 'vitest';
import { everyGet, getRoutes } from '#tests/support/every-get.ts';

let service: Awaited<ReturnType<typeof everyGet>>;
beforeAll(async () => {
  service = await everyGet();
});

const safe = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': expect.stringMatching(/^max-age=\d{8}; includeSubDomains$/) as string,
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': expect.stringContaining("frame-ancestors 'none'") as string,
};

describe('every response', () => {
  it.each(getRoutes)('tells browsers not to sniff, frame or downgrade it: %s', async (name) => {
    const found = await service.get(name);
    expect(found.headers).toMatchObject({ ...safe, 'Cache-Control': expect.any(String) as string });
    const known = await service.get(name, { headers: { 'if-none-match': found.headers.ETag ?? '' } });
    expect([known.statusCode, known.headers]).toMatchObject([304, safe]);
  });

  it.each(getRoutes)('is kept by its client alone, who asks whether it is current: %s', async (name) => {
    expect((await service.get(name)).headers['Cache-Control']).toBe('private, no-cache');
  });

  it.each([
    ['GET', '/nowhere', 404],
    ['PUT', '/events', 405],
    ['GET', '/events/relation.BGD-PAK.99', 404],
    ['GET', '/visits', 400],
    ['POST', '/events', 415],
  ] as const)('does so when it refuses, and is not stored: %s %s', async (method, path, status) => {
    const refused = await service.chancery.send({ method, path, headers: { 'content-type': 'text/plain' } });
    expect([refused.statusCode, refused.headers]).toMatchObject([status, { ...safe, 'Cache-Control': 'no-store' }]);
  });

  it('is not stored where it shows a secret', async () => {
    const made = await service.chancery.send({
      method: 'POST',
      path: '/subscriptions',
      body: { url: 'https://newsroom.example/other' },
    });
    expect([made.statusCode, made.headers['Cache-Control']]).toEqual([201, 'no-store']);
  });
});
