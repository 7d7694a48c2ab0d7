import { beforeEach, describe, expect, it } from 'vitest';
import { AppendResponse } from '#shared/api/appending/append-response.ts';
import type { PostedEvent } from '#shared/client/api-schema.ts';
import { postEvents } from '#shared/client/imports/post-events.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { service } from '#tests/support/service.ts';
import { meeting } from '#tests/support/events.ts';

let chancery: ReturnType<typeof service>;
beforeEach(() => {
  chancery = service();
});

const relation = 'relation/BGD-PAK';
const elsewhere = meeting({ place: { country: 'CHE', city: 'Geneva' } });

describe('a doubtful event', () => {
  it('is recorded, and its reply warns of the field', async () => {
    const { status, body } = await chancery.post(relation, [meeting({ occurred: '2024-12' }), elsewhere]);
    expect(status).toBe(201);
    expect(body.warnings).toMatchObject([{ of: 1, code: 'place-elsewhere', field: '/place/country' }]);
    expect(AppendResponse.safeParse(body).error).toBeUndefined();
  });

  it('is told for each commit of a call with several, and for a repetition as the first time', async () => {
    const commits = [{ stream: relation, events: [meeting(), elsewhere], idempotencyKey: 'once' }];
    const { results } = (await chancery.postCommits({ commits })).body;
    expect(results).toMatchObject([{ warnings: [{ of: 1 }] }]);
    expect((await chancery.postCommits({ commits })).body.results).toMatchObject([{ warnings: [{ of: 1 }] }]);
  });

  it('is not told where nothing is doubtful', async () => {
    expect((await chancery.post(relation, meeting())).body).not.toHaveProperty('warnings');
  });

  it('is told to an import with its address', async () => {
    const appendCommits = async (posted: unknown) =>
      (await chancery.postCommits({ commits: posted })).body.results as Awaited<ReturnType<Chancery['appendCommits']>>;
    const toPost = [meeting({ occurred: '2024-12' }), elsewhere].map((event, of) => ({
      stream: relation,
      event: event as PostedEvent,
      of,
    }));
    expect(await postEvents({ appendCommits }, toPost)).toEqual([
      { of: 0, id: 'relation.BGD-PAK.1', warnings: [], repeated: false },
      { of: 1, id: 'relation.BGD-PAK.2', warnings: ['place-elsewhere'], repeated: false },
    ]);
  });
});

describe('two events of one document', () => {
  const islands = ['NIU', 'TON'].map((party) => ({ party, role: 'participant' }));
  const reported = (occurred: string) =>
    meeting({
      occurred,
      participants: islands,
      evidence: { reports: [{ publisher: 'ICEWS', reference: '20718170' }] },
    });
  const stream = 'relation/NIU-TON';

  it('are named as possible duplicates, in one call and before the read models follow', async () => {
    const commits = ['2013-11-12', '2014-01-01'].map((occurred) => ({ stream, events: [reported(occurred)] }));
    const { results } = (await chancery.postCommits({ commits })).body;
    expect(results).toMatchObject([{}, { possibleDuplicates: [{ of: 0, id: 'relation.NIU-TON.1' }] }]);
  });

  it('are two all the same with onDuplicate=attach, since they may be of different days', async () => {
    await chancery.post(stream, reported('2013-11-12'));
    await chancery.catchUp();
    const { body } = await chancery.attach(stream, reported('2014-01-01'));
    expect(body).toMatchObject({ version: 2, possibleDuplicates: [{ id: 'relation.NIU-TON.1' }] });
    expect(body).not.toHaveProperty('attachedTo');
  });
});

describe('a post with codes of another list', () => {
  const summit = { ...meeting(), participants: [{ party: 'cow:365', role: 'participant' }, { party: 'cow:2', role: 'participant' }] }; // prettier-ignore

  it('is recorded with the state of its day, alone and in a commit', async () => {
    const [then, now] = ['1985-11-19', '2010-04-08'].map((occurred) => ({ ...summit, occurred }));
    expect((await chancery.post('relation/SUN-USA', then)).status).toBe(201);
    const { results } = (await chancery.postCommits({ commits: [{ stream: 'relation/RUS-USA', events: [now] }] })).body;
    expect(results).toMatchObject([{ version: 1 }]);
    const parties = async (stream: string) => (await chancery.stream(stream)).body.items;
    expect(await parties('relation/SUN-USA')).toMatchObject([{ participants: [{ party: 'SUN' }, { party: 'USA' }] }]);
    expect(await parties('relation/RUS-USA')).toMatchObject([{ participants: [{ party: 'RUS' }, { party: 'USA' }] }]);
  });
});
