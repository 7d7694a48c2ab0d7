import { describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';
import { describeApi } from '#functions/describe-api/describe-api.ts';
import { announce, announcement } from '#tests/support/announcing.ts';
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
        consumers: { 'events@1': caughtUp, 'timeline@5': caughtUp, publish: caughtUp },
      },
    });
  });

  it('tells how far the record is verified, and where it is not what it should be', async () => {
    const chancery = service();
    await chancery.post('relation/BGD-PAK', [meeting(), meeting()]);
    await chancery.catchUp();
    expect((await chancery.health()).body).not.toHaveProperty('verification');
    const { verification } = chancery.stores;
    const progress = {
      verified: { position: 1, hash: 'hash' },
      verifiedAt: '2025-01-20T09:30:00.000Z',
      round: { position: 0, hash: '' },
    };
    await verification.replace(undefined, progress);
    const { position, hash } = progress.verified;
    const told = { position, hash, verifiedAt: progress.verifiedAt, round: 0 };
    expect((await chancery.health()).body).toMatchObject({ status: 'ok', verification: told });
    const violation = { place: 'feed position 2', reason: 'is gone', foundAt: '2025-01-20T09:31:00.000Z' };
    await verification.replace(progress, { ...progress, violation });
    expect((await chancery.health()).body).toMatchObject({ status: 'broken', verification: { ...told, violation } });
  });

  it('tells which readers are behind, and by how much', async () => {
    const chancery = service();
    await chancery.post('relation/BGD-PAK', [meeting(), meeting(), meeting()]);
    await chancery.catchUp();
    await chancery.stores.checkpoints.move('publish', 3, 1);
    expect(await chancery.health()).toMatchObject({
      status: 200,
      body: { status: 'behind', consumers: { 'timeline@5': { lag: 0 }, publish: { position: 1, lag: 2 } } },
    });
  });

  it('tells how far changes of phase are matched: to the announcer, or to the last one that was', async () => {
    const chancery = service();
    const { stores } = chancery;
    await chancery.post('relation/BGD-PAK', [meeting(), meeting(), meeting(), meeting()]);
    await chancery.catchUp();
    const matched = async () => ((await chancery.health()).body.consumers as Record<string, unknown>)['match-phases'];
    expect(await matched()).toEqual({ position: 4, lag: 0, waitsFor: 'announce-phases' });
    await stores.checkpoints.move('announce-phases', 4, 3);
    await announce(stores, [announcement('BGD-PAK', 2), announcement('IND-PAK', 4)], 3);
    expect(await matched()).toEqual({ position: 0, lag: 4, waitsFor: 'announce-phases' });
    expect((await chancery.health()).body.status).toBe('ok'); // it runs by the minute
    await stores.checkpoints.move('match-phases', 0, 2);
    expect(await matched()).toEqual({ position: 3, lag: 1, waitsFor: 'announce-phases' });
  });

  it('is not behind for a reader that runs by the minute', async () => {
    const chancery = service();
    await chancery.post('relation/BGD-PAK', [meeting(), meeting(), meeting()]);
    await chancery.catchUp();
    await chancery.stores.checkpoints.move('announce-phases', 3, 1);
    expect((await chancery.health()).body).toMatchObject({
      status: 'ok',
      consumers: { 'announce-phases': { position: 1, lag: 2 } },
    });
  });
});
