import { afterAll, describe, expect, it } from 'vitest';
import type { Listed } from '#infra/local/cli/projections/projections-api.ts';
import { servingKeptMs } from '#shared/projections/generations/generation-registry.ts';
import { until } from '#tests/support/until.ts';
import { aProblem } from '#tests/support/a-problem.ts';
import { type Appended, type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';
import { runCommand } from '#tests/support/commands.ts';

const { api, cloud } = useCloud();

const generationsOf = async (name: string) => {
  const { body } = await api.get<Listed>('/projections');
  return body.projections.find((one) => one.name === name);
};

// Other files go on in this cloud: the next event has the group formed anew, which a function may miss for a while.
afterAll(async () => {
  const { path, meeting } = freshRelation();
  await api.post(path, meeting(), { prefer: 'wait=20' });
  const regrouped = Date.now();
  await until('functions to look at what serves again', () => Date.now() - regrouped > servingKeptMs);
});

describe('a query that names a cursor of the feed', () => {
  it('shows what was just posted, without the posting having waited for it', async () => {
    const { path, dyad, meeting } = freshRelation();
    const posted = await api.post<Appended>(path, meeting(), { prefer: 'wait=20' });
    const { cursor = '' } = posted.body;
    for (const list of [`/relations/${dyad}/timeline`, path]) {
      const { status, body } = await api.get<Page>(`${list}?atLeast=${cursor}`);
      expect([status, body.items.map(({ id }) => id)]).toEqual([200, [posted.body.events[0]?.id]]);
    }
    const first = await api.get<Page>(`/relations/${dyad}/timeline`);
    const again = await api.get(`/relations/${dyad}/timeline`, { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
    const csv = await api.get<string>(`/relations/${dyad}/timeline`, { accept: 'text/csv' });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(csv.body.split('\r\n')).toHaveLength(3);
  });
});

describe('a read model', () => {
  it('is built anew, promoted and dropped while it answers', async () => {
    const { path, dyad, meeting } = freshRelation();
    await api.post(path, [meeting(), meeting()], { prefer: 'wait=20' });
    const timeline = async () => (await api.get<Page>(`/relations/${dyad}/timeline`)).body.items.map(({ id }) => id);
    const shown = await timeline();
    const before = (await generationsOf('timeline'))?.serving ?? '';

    const rebuilt = await api.post<{ build: string }>('/projections/timeline/rebuild', {});
    const { build } = rebuilt.body;
    expect([rebuilt.status, await timeline()]).toEqual([202, shown]);
    await until('the build to arrive', async () => {
      await cloud().runSchedules();
      return (await generationsOf('timeline'))?.builds.some(({ id, state }) => id === build && state === 'arrived');
    });
    const promoted = await api.post('/projections/timeline/promote', { build });
    expect([promoted.status, promoted.body]).toEqual([200, { serving: build, replaced: before }]);
    const posted = await api.post<Appended>(path, meeting(), { prefer: 'wait=20' });
    await until('the new build to answer', async () => (await timeline()).length === 3);
    expect((await api.get<{ consumers: object }>('/health/consumers')).body.consumers).toHaveProperty([
      build,
      'position',
    ]);

    expect(await api.send(`/projections/timeline/builds/${build}`, { method: 'DELETE' })).toMatchObject(
      aProblem('build-refused', { refusal: 'serves' }),
    );
    const back = await api.post('/projections/timeline/promote', { build: before });
    expect([back.status, back.body]).toEqual([200, { serving: before, replaced: build }]);
    expect((await api.get<Page>(`/relations/${dyad}/timeline?atLeast=${posted.body.cursor}`)).body.items).toHaveLength(
      3,
    );
    const dropped = await api.send(`/projections/timeline/builds/${build}`, { method: 'DELETE' });
    expect([dropped.status, dropped.body]).toEqual([202, { build, remaining: true }]);
  });
});

describe('npm run projections', () => {
  const projections = async (words: string) => runCommand(`projections ${words} --url ${cloud().url}`);

  it('lists the builds, and tells a refusal in one line', async () => {
    const listed = await projections('list');
    expect(listed).toMatchObject({ code: 0, stderr: '' });
    expect(listed.stdout).toMatch(/^The feed ends at position \d+\.\n/);
    expect(listed.stdout).toMatch(/^timeline\n {2}timeline@\d+ +serving +at \d+/m);
    const refused = await projections('promote opinions');
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no opinions; /projections lists what there is\n',
    });
    expect(await projections('promote')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Say which') as string,
    });
    expect(await projections('restart timeline')).toMatchObject({ code: 1 });
  });

  it('watches a build until it has arrived, also when it is started anew', async () => {
    const { stdout } = await projections('rebuild people');
    const [build = ''] = /^\S+/.exec(stdout) ?? [];
    const watching = projections('rebuild people --watch');
    await cloud().runSchedules();
    const watched = await watching;
    expect(watched).toMatchObject({ code: 0, stderr: '' });
    expect(watched.stdout).toContain(`${build} has caught up: npm run projections -- promote people ${build}`);
    const dropped = await projections(`drop ${build}`);
    expect(dropped.stdout).toBe(`${build} is being removed; list shows it until it is gone.\n`);
  });
});
