import { beforeEach, describe, expect, it } from 'vitest';
import { call, service } from '#tests/support/service.ts';
import { append } from '#functions/append/append.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { recorder } from '#tests/support/recorder.ts';

const relation = 'relation/BGD-PAK';
const dhaka = 'visit/dhaka';
let chancery: ReturnType<typeof service>;

beforeEach(() => {
  chancery = service();
});

const type = (name: string) => `urn:chancery:problem:${name}`;

describe('POST /streams/{category}/{id}/events', () => {
  it('records one event and says where', async () => {
    const { status, headers, body } = await chancery.post(relation, meeting());
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      'Content-Type': 'application/json',
      ETag: '"1"',
      Location: '/streams/relation/BGD-PAK/events?from=1',
    });
    expect(body).toEqual({
      stream: relation,
      version: 1,
      commitId: expect.any(String),
      events: [{ id: 'relation.BGD-PAK.1', version: 1 }],
    });
  });

  it('records a list together, and its location begins with the first of them', async () => {
    await chancery.post(relation, meeting());
    const { headers, body } = await chancery.post(relation, [meeting(), meeting()]);
    expect(headers).toMatchObject({ ETag: '"3"', Location: '/streams/relation/BGD-PAK/events?from=2' });
    expect(body).toMatchObject({ version: 3, events: [{ version: 2 }, { version: 3 }] });
  });

  it('records who posted it', async () => {
    await chancery.post(relation, meeting());
    expect((await chancery.stream(relation)).body).toMatchObject({ items: [{ recordedBy: recorder() }] });
  });

  it('is an error of our own without an authorizer', async () => {
    const handler = append({ ...chancery.appending, catchUp: async () => undefined });
    const anonymous = call(handler, { method: 'POST', path: `/streams/${relation}/events`, body: meeting() });
    await expect(anonymous).rejects.toThrow('no authorizer');
  });

  it('gives the first answer again to the same Idempotency-Key', async () => {
    const once = { 'idempotency-key': 'once' };
    const first = await chancery.post(relation, meeting(), once);
    expect(first.body).toMatchObject({ commitId: 'once' });
    const again = await chancery.post(relation, meeting(), once);
    expect(again).toEqual({ ...first, body: { ...first.body, repeated: true } });
    expect((await chancery.post(relation, meeting({ summary: 'another' }), once)).body).toMatchObject({
      type: type('idempotency-key-reused'),
      status: 422,
    });
  });

  it.each([{ 'if-match': '"1"' }, { 'if-match': '"3"' }, { 'if-none-match': '*' }])(
    'answers 412 with the current version when the stream is not as %j says',
    async (headers) => {
      await chancery.post(relation, [meeting(), meeting()]);
      const refused = await chancery.post(relation, meeting(), headers);
      expect(refused).toMatchObject({
        status: 412,
        headers: { ETag: '"2"', 'Content-Type': 'application/problem+json' },
        body: {
          type: type('version-conflict'),
          status: 412,
          currentVersion: 2,
          instance: '/streams/relation/BGD-PAK/events',
        },
      });
    },
  );

  it('answers 412 with version 0 when the stream does not exist', async () => {
    const refused = await chancery.post(relation, meeting(), { 'if-match': '"1"' });
    expect(refused).toMatchObject({ status: 412, headers: { ETag: '"0"' }, body: { currentVersion: 0 } });
  });

  it('records when the stream is as the precondition says', async () => {
    expect(await chancery.post(relation, meeting(), { 'if-none-match': '*' })).toMatchObject({ status: 201 });
    expect(await chancery.post(relation, meeting(), { 'if-match': '"1"' })).toMatchObject({ status: 201 });
  });

  it('answers 200 with no events when the stream holds the very same already', async () => {
    await chancery.post(dhaka, visit());
    expect(await chancery.post(dhaka, visit())).toMatchObject({ status: 200, body: { version: 1, events: [] } });
  });

  it('answers 422 with the rule that an event violates', async () => {
    await chancery.post(dhaka, visit());
    expect(await chancery.post(dhaka, visit({ occurred: '2025-02-20' }))).toMatchObject({
      status: 422,
      body: { type: type('rule-violated'), rule: 'visit-already-conducted' },
    });
    expect(await chancery.post(dhaka, meeting())).toMatchObject({ status: 422, body: { rule: 'not-for-this-stream' } });
  });

  it('answers 413 with the limit and the place of what is too large', async () => {
    const reports = Array.from({ length: 50 }, () => ({ publisher: 'x'.repeat(120), title: 'é'.repeat(300), url: `https://x.org/${'x'.repeat(480)}`, reference: 'é'.repeat(120) })); // prettier-ignore
    const large = meeting({ evidence: { reports } });
    const detail: unknown = expect.stringContaining('at most 65536 bytes');
    const listed = await chancery.post(relation, [meeting(), large]);
    expect(listed).toMatchObject({ status: 413, body: { detail, errors: [{ pointer: '/1', detail }] } });
    const alone = await chancery.post(relation, large);
    expect(alone).toMatchObject({ status: 413, body: { detail, errors: [{ pointer: '', detail }] } });
    const many = await chancery.post(
      relation,
      Array.from({ length: 101 }, () => meeting()),
    );
    expect(many).toMatchObject({ status: 413, body: { detail: expect.stringContaining('at most 100 events') } });
  });

  it('answers 400 with the place of every fault', async () => {
    const { status, body } = await chancery.post('relation/PAK-BGD', { ...meeting(), place: {} }, { 'if-match': '1' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ parameter: 'id' }, { header: 'if-match' }, { pointer: '/place' }]);
  });

  it('waits for the read models when it is preferred, and tells the position and the cursor of the feed after it', async () => {
    const posted = chancery.post(relation, [meeting(), meeting()], { prefer: 'wait=20' });
    await expect.poll(async () => chancery.stores.ledger.head(relation)).toBeDefined();
    await chancery.catchUp();
    const { status, headers, body } = await posted;
    expect(status).toBe(201);
    expect(headers).toMatchObject({ 'Preference-Applied': 'wait=20' });
    expect(body).toMatchObject({ version: 2, position: 2, cursor: (await chancery.feed({ limit: '2' })).body.next });
  });

  it('answers without a position when the timeline does not have it in time', async () => {
    const { status, headers, body } = await chancery.post(relation, meeting(), { prefer: 'wait=0' });
    expect(status).toBe(201);
    expect(headers).not.toHaveProperty('Preference-Applied');
    expect(body).not.toHaveProperty('position');
  });
});
