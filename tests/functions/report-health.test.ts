import { describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';
import { describeApi } from '#functions/describe-api/describe-api.ts';
import { meeting } from '#tests/support/events.ts';

describe('GET /health', () => {
  it('tells anybody that the record can be reached, and nothing of it', async () => {
    expect(await service().get('/health')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(Object.keys((await service().get('/health')).body)).toEqual(['status']);
  });

  it('answers 503 when the record cannot be reached', async () => {
    const head = async () => Promise.reject(Object.assign(new Error('too fast'), { name: 'ThrottlingException' }));
    expect(
      await call(describeApi({ ...service().stores, feed: { head }, readAsset: async () => Buffer.of() }), {
        path: '/health',
      }),
    ).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '2' },
      body: { type: 'urn:chancery:problem:unavailable' },
    });
  });
});

describe('GET /health/consumers', () => {
  it('tells that every reader of the record is at its end', async () => {
    const chancery = service();
    await chancery.post('relation/BGD-PAK', [meeting(), meeting()]);
    await chancery.catchUp();
    const caughtUp = { position: 2, lag: 0 };
    expect(await chancery.health()).toMatchObject({
      status: 200,
      body: {
        status: 'ok',
        head: 2,
        consumers: { 'events@1': caughtUp, 'timeline@4': caughtUp, publish: caughtUp },
      },
    });
  });

  it('tells which readers are behind, and by how much', async () => {
    const chancery = service();
    await chancery.post('relation/BGD-PAK', [meeting(), meeting(), meeting()]);
    await chancery.catchUp();
    await chancery.stores.checkpoints.move('publish', 3, 1);
    expect(await chancery.health()).toMatchObject({
      status: 200,
      body: { status: 'behind', consumers: { 'timeline@4': { lag: 0 }, publish: { position: 1, lag: 2 } } },
    });
  });
});
