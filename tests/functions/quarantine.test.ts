import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '#tests/support/service.ts';

let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

const setAside = async (consumer: string, item: string) =>
  chancery.stores.quarantine.add({
    consumer,
    item,
    reason: 'RangeError: Invalid time value',
    quarantinedAt: '2025-01-16T12:00:00.000Z',
  });
const release = async (consumer: string, item: string) => {
  const path = `/quarantine/${encodeURIComponent(consumer)}/${encodeURIComponent(item)}/release`;
  const { statusCode, body } = await chancery.send({ method: 'POST', path });
  return { status: statusCode, body: JSON.parse(body) as Readonly<Record<string, unknown>> };
};
const releasedOf = async (consumer: string) =>
  (await chancery.stores.checkpoints.read([consumer])).get(consumer)?.released;

describe('GET /quarantine', () => {
  it('lists what is set aside, page by page, as JSON and as CSV', async () => {
    for (const item of ['7', '8', '9']) await setAside('publish', item);
    const first = await chancery.get('/quarantine', { limit: '2' });
    expect(first.body.items).toMatchObject([
      { consumer: 'publish', item: '7', reason: 'RangeError: Invalid time value' },
      { item: '8' },
    ]);
    const second = await chancery.get('/quarantine', { limit: '2', cursor: String(first.body.next) });
    expect(second.body).toMatchObject({ items: [{ item: '9' }], next: null });
    expect((await chancery.getAs('text/csv', '/quarantine')).body).toContain(
      '"publish","7","RangeError: Invalid time value"',
    );
  });

  it('refuses a cursor that it did not make', async () => {
    expect(await chancery.get('/quarantine', { cursor: 'made-up' })).toMatchObject({ status: 400 });
  });
});

describe('a release', () => {
  it('has a consumer handle the event again', async () => {
    await setAside('publish', '7');
    expect(await release('publish', '7')).toEqual({ status: 200, body: { consumer: 'publish', item: '7' } });
    expect(await releasedOf('publish')).toEqual([7]);
    expect((await chancery.get('/quarantine')).body.items).toEqual([]);
  });

  it('lets the sequencer try a commit again', async () => {
    await setAside('sequence', 'relation/BGD-PAK#3');
    expect(await release('sequence', 'relation/BGD-PAK#3')).toMatchObject({ status: 200 });
    expect((await chancery.get('/quarantine')).body.items).toEqual([]);
  });

  it('of what is not set aside is 404, and leaves the consumer alone', async () => {
    expect(await release('publish', '7')).toMatchObject({ status: 404 });
    expect(await releasedOf('publish')).toBeUndefined();
  });

  it.each(['project', 'timeline@5', 'sequence', 'nobody'])(
    'of what a read model, the sequencer or nobody has set aside is 404: %s',
    async (consumer) => {
      await setAside(consumer, '8');
      expect(await release(consumer, '7')).toMatchObject({
        status: 404,
        body: { type: 'urn:chancery:problem:not-found', detail: `${consumer} has not set 7 aside` },
      });
    },
  );

  it.each(['no position', '7x', '-1', '0', '\u00fd2'])('of what can be no position is 404, too: %j', async (item) => {
    await setAside('publish', item);
    expect(await release('publish', encodeURIComponent(item))).toMatchObject({ status: 404 });
    expect(await releasedOf('publish')).toBeUndefined();
  });

  it.each(['project', 'timeline@5'])(
    'is refused for read models whose rows have moved on, which are rebuilt: %s',
    async (consumer) => {
      await setAside(consumer, '7');
      expect(await release(consumer, '7')).toMatchObject({
        status: 409,
        body: { type: 'urn:chancery:problem:build-refused', detail: expect.stringContaining('rebuild') },
      });
      expect((await chancery.get('/quarantine')).body.items).toHaveLength(1);
    },
  );

  it.each(['timeline@1.9', 'project.9'])(
    'removes what a dropped generation, or a former group, had set aside: %s',
    async (consumer) => {
      await setAside(consumer, '7');
      expect(await release(consumer, '7')).toMatchObject({ status: 200 });
      expect((await chancery.get('/quarantine')).body.items).toEqual([]);
    },
  );
});
