import { describe, expect, it } from 'vitest';
import { routes } from '#shared/api/routes.ts';
import { aViolation, aProblem } from '#tests/support/a-problem.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

const written = ['/events', freshRelation().path];

describe('a body', () => {
  it.for([
    '{"type":',
    '',
    'type=MeetingHeld',
    "{'type': 'MeetingHeld'}",
    '{"a":1}{"b":2}',
    '{"a":1,"a":2}',
    '['.repeat(65) + ']'.repeat(65),
  ])('that is not JSON is a 400: %s', async (body) => {
    for (const path of written) {
      const refused = await api.post(path, body);
      expect(refused).toMatchObject(aProblem('malformed-json', { detail: expect.any(String) as string }));
    }
  });

  it.for(['null', '42', 'true', '"text"', '[null]', '{}'])(
    'that is JSON and nothing to append is a 400 too: %s',
    async (body) => {
      for (const path of written) expect(await api.post(path, body)).toMatchObject(aProblem('invalid-request'));
    },
  );

  it.for([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/jsonp',
    'json',
    'application/json; charset=iso-8859-1',
  ])('of another media type is a 415: %s', async (type) => {
    for (const path of written) {
      const refused = await api.post(path, '{}', { 'content-type': type });
      expect(refused).toMatchObject(aProblem('unsupported-media-type'));
      expect(refused.headers['accept-post']).toBe('application/json');
    }
  });

  it('that is compressed is a 415', async () => {
    for (const path of written)
      expect(await api.post(path, '{}', { 'content-encoding': 'gzip' })).toMatchObject(
        aProblem('unsupported-media-type'),
      );
  });

  it('of several commits does not take what each of them says for itself from a header', async () => {
    for (const header of ['if-match', 'if-none-match', 'idempotency-key']) {
      const refused = await api.post('/events', { commits: [{}] }, { [header]: '*' });
      expect(refused).toMatchObject(aViolation({ header }));
    }
  });

  it('without a media type is a 415', async () => {
    const body = new Blob(['{}']); // a Blob without a type sends no Content-Type
    for (const path of written)
      expect(await api.send(path, { method: 'POST', body })).toMatchObject(aProblem('unsupported-media-type'));
  });

  it('may say its charset, and be another kind of JSON', async () => {
    const { path, meeting } = freshRelation();
    const summary = 'Größe, 会談, 🤝';
    for (const type of ['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/cloudevents+json'])
      expect((await api.post(path, meeting({ summary }), { 'content-type': type })).status).toBe(201);
    expect((await api.get(path)).body).toMatchObject({ items: [{ summary }, { summary }, { summary }] });
  });
});

describe('a path or a method', () => {
  it.for(['/event', '/events/', '/streams', '/relations/BGD-PAK/moods', '/streams/relation/BGD-PAK', '/v1/events'])(
    'that does not exist is a 404: %s',
    async (path) => {
      for (const method of ['GET', 'POST', 'DELETE'])
        expect(await api.send(path, { method })).toMatchObject(aProblem('not-found', { instance: path }));
    },
  );

  it.for(
    Object.entries(Object.groupBy(routes, ({ path }) => path)).map(
      ([path, all = []]) => [path.replaceAll(/\{\w+\}/g, 'x'), all.map(({ method }) => method as string)] as const,
    ),
  )('that a resource does not have is a 405 which says what it has: %s', async ([path, has]) => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'GET', 'OPTIONS'].filter((one) => !has.includes(one))) {
      const refused = await api.send(path, { method });
      expect(refused).toMatchObject(aProblem('method-not-allowed'));
      expect(refused.headers['allow']?.split(', ').toSorted()).toEqual(has.toSorted());
    }
  });

  it('HEAD is answered like any method that a resource does not have, without a body', async () => {
    const { status, headers, body } = await api.send('/health', { method: 'HEAD' });
    expect([status, headers['allow'], body]).toEqual([405, 'GET', '']);
  });
});

describe('a dyad', () => {
  it.for(['BGD-XXX', 'BGD', 'BGD-BGD', 'bgd-pak', 'BGD-PAK-IND', 'BGD_PAK', 'x-atlantis-x-un'])(
    'that is none is a 404: %s',
    async (dyad) => {
      const path = `/relations/${dyad}/timeline`;
      expect(await api.get(path)).toMatchObject(aProblem('not-found', { instance: path }));
    },
  );

  it('the wrong way round leads to the right one, and keeps what was asked for', async () => {
    const plain = await api.get('/relations/PAK-BGD/timeline');
    expect([plain.status, plain.headers['location']]).toEqual([308, '/relations/BGD-PAK/timeline']);
    const query = 'from=2025-01-01&type=MeetingHeld%2CTalksHeld&limit=5';
    const filtered = await api.get(`/relations/PAK-BGD/timeline?${query}`);
    expect([filtered.status, filtered.headers['location']]).toEqual([308, `/relations/BGD-PAK/timeline?${query}`]);
    expect((await api.get(String(filtered.headers['location']))).status).toBe(200);
  });

  it('the wrong way round is asked sensibly all the same', async () => {
    expect(await api.get('/relations/PAK-BGD/timeline?limit=0')).toMatchObject(aViolation({ parameter: 'limit' }));
  });
});
