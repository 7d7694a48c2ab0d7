import { beforeEach, describe, expect, it } from 'vitest';
import { nextQuery, service } from '#tests/support/service.ts';
import { blocksMediaType, commitsMediaType } from '#shared/api/protocol/record-media-types.ts';
import { verify } from '#shared/verification/verify.ts';
import { meeting, visit } from '#tests/support/events.ts';

const relation = 'relation/BGD-PAK';
let chancery: ReturnType<typeof service>;

/** Seven events in commits of two, four and one, after a visit; the last is not sequenced. */
beforeEach(async () => {
  chancery = service();
  await chancery.post('visit/dhaka', visit());
  await chancery.catchUp();
  await chancery.post(relation, [meeting(), meeting()]);
  await chancery.post(relation, [meeting(), meeting(), meeting(), meeting()]);
  await chancery.catchUp();
  await chancery.post(relation, meeting());
});

const versionsOf = (body: Readonly<Record<string, unknown>>) =>
  (body.items as { version: number }[]).map(({ version }) => version);

/** Every page, by the `Link` to the next. */
async function pages(query: Record<string, string>): Promise<number[][]> {
  const found: number[][] = [];
  for (let asked: Record<string, string> | undefined = query; asked !== undefined && found.length < 10;) {
    const answer = await chancery.stream(relation, asked);
    found.push(versionsOf(answer.body));
    const { cursor } = nextQuery(answer) ?? {};
    expect(cursor ?? null).toBe(answer.body.next);
    asked = nextQuery(answer);
  }
  return found;
}

describe('GET /streams/{category}/{id}/events', () => {
  it('answers with the events, the positions of those that have one, and the version of the stream', async () => {
    const { status, headers, body } = await chancery.stream(relation);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ ETag: '"7"', 'Content-Type': 'application/json' });
    expect(headers).not.toHaveProperty('Link');
    expect(body.next).toBeNull();
    const items = body.items as { id: string; position?: number }[];
    expect(items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7].map((version) => `relation.BGD-PAK.${version}`));
    expect(items.map(({ position }) => position)).toEqual([2, 3, 4, 5, 6, 7, undefined]);
  });

  it('leads from page to page, forward and backward, cutting commits where a page ends', async () => {
    expect(await pages({ limit: '3' })).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
    expect(await pages({ limit: '3', direction: 'backward' })).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    expect(await pages({ limit: '2', from: '4' })).toEqual([
      [4, 5],
      [6, 7],
    ]);
    expect(await pages({ limit: '4', from: '4', direction: 'backward' })).toEqual([[4, 3, 2, 1]]);
  });

  it('is not sent again to whoever has it, once all of its events have a position', async () => {
    const known = { 'if-none-match': '"7"' };
    expect((await chancery.stream(relation, {}, known)).status).toBe(200);
    expect(await chancery.stream(relation, { limit: '2' }, known)).toMatchObject({ status: 304, body: {} });
    await chancery.catchUp();
    expect(await chancery.stream(relation, {}, known)).toMatchObject({ status: 304, headers: { ETag: '"7"' } });
    expect((await chancery.stream(relation, {}, { 'if-none-match': '"6"' })).status).toBe(200);
  });

  it('answers 404 for a stream that nobody has appended to', async () => {
    expect(await chancery.stream('visit/lahore')).toMatchObject({
      status: 404,
      headers: { 'Content-Type': 'application/problem+json' },
      body: { type: 'urn:chancery:problem:not-found', detail: 'There is no stream visit/lahore' },
    });
  });

  it('refuses the cursor of another stream, of the other direction, or none of ours', async () => {
    const { body } = await chancery.stream(relation, { limit: '3' });
    const cursor = String(body.next);
    const refused = { status: 400, body: { type: 'urn:chancery:problem:invalid-cursor' } };
    expect(await chancery.stream('visit/dhaka', { cursor })).toMatchObject(refused);
    expect(await chancery.stream(relation, { cursor, direction: 'backward' })).toMatchObject(refused);
    expect(await chancery.stream(relation, { cursor: '4' })).toMatchObject(refused);
  });

  it('answers with the commits as they are hashed when these are asked for', async () => {
    const accept = { accept: commitsMediaType };
    const { headers, body } = await chancery.stream(relation, { limit: '2' }, accept);
    expect(headers).toMatchObject({ 'Content-Type': commitsMediaType, Vary: 'Accept' });
    expect(body.items).toMatchObject([{ version: 1, count: 2 }, { version: 3, count: 4 }]); // prettier-ignore
    expect(JSON.stringify(body)).not.toContain('"request"');
    const rest = await chancery.stream(relation, { limit: '2', cursor: String(body.next) }, accept);
    expect(rest.body).toMatchObject({ items: [{ version: 7, count: 1 }], next: null });
  });

  it('gives enough, with the blocks of the feed, for anybody to prove the record', async () => {
    const [blocks, commits] = await Promise.all([
      chancery.feed({}, { accept: blocksMediaType }),
      chancery.stream(relation, {}, { accept: commitsMediaType }),
    ]);
    const dhaka = await chancery.stream('visit/dhaka', {}, { accept: commitsMediaType });
    const items = async function* (answer: { body: Readonly<Record<string, unknown>> }) {
      yield* answer.body.items as never[];
    };
    const proof = verify({
      blocks: () => items(blocks),
      streams: async function* () {
        yield* [relation, 'visit/dhaka'];
      },
      commits: (stream) => items(stream === relation ? commits : dhaka),
    });
    expect(await proof).toMatchObject({ streams: 2, commits: 4, events: 8, positions: 7, unsequenced: 1 });
  });
});

describe('GET /events/{eventId}', () => {
  it('answers with the event, wherever it stands in its commit', async () => {
    for (const version of [1, 4, 7]) {
      const { status, body } = await chancery.event(`relation.BGD-PAK.${version}`);
      expect(status).toBe(200);
      const position = version < 7 ? version + 1 : undefined;
      expect(body).toMatchObject({ id: `relation.BGD-PAK.${version}`, stream: relation, version });
      expect(body.position).toBe(position);
    }
  });

  it.each(['relation.BGD-PAK.8', 'relation.IND-PAK.1', 'relation.PAK-BGD.1', 'relation.BGD-PAK.0', 'nothing', ' '])(
    'answers 404 for what is no event: %j',
    async (eventId) => {
      expect(await chancery.event(eventId)).toMatchObject({
        status: 404,
        body: { type: 'urn:chancery:problem:not-found', detail: `There is no event ${eventId}` },
      });
    },
  );
});
