import { describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';

const describeApi = service().functions['describe-api'];
const reject = async (method: string, path: string) => call(describeApi, { method, path });

describe('a request that no route takes', () => {
  it.each(['/nothing', '/events/', '/events//history', '/relations//timeline', '/docs/', '/'])(
    'is answered with 404 where there is nothing: %s',
    async (path) => {
      expect(await reject('GET', path)).toMatchObject({
        status: 404,
        headers: { 'Content-Type': 'application/problem+json' },
        body: { type: 'urn:chancery:problem:not-found', instance: path },
      });
    },
  );

  it.each([
    ['DELETE', '/events', 'POST, GET'],
    ['PUT', '/streams/relation/BGD-PAK/events', 'POST, GET'],
    ['POST', '/health', 'GET'],
  ])('is answered with 405 and the methods that there are: %s %s', async (method, path, Allow) => {
    expect(await reject(method, path)).toMatchObject({
      status: 405,
      headers: { Allow },
      body: {
        type: 'urn:chancery:problem:method-not-allowed',
        detail: `${path} does not have ${method}, but ${Allow}`,
      },
    });
  });
});
