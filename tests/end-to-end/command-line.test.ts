import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rowsPerPart } from '#shared/client/imports/import-files.ts';
import { chanceryCommand, commandOfRepository } from '#tests/support/chancery-command.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { sampleFile } from '#tests/support/dry-run.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';
import { freePort } from '#tests/support/receiver.ts';
import { until } from '#tests/support/until.ts';

const { cloud, api } = useCloud();

const folder = mkdtempSync(join(tmpdir(), 'chancery-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (...words: string[]) => chanceryCommand(words, folder, { CHANCERY_URL: cloud().url });
const run = async (...words: string[]) => start(...words).ended;
const inFolder = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

/** Waits, without starting the command again and again, until a timeline has at least so many entries. */
const entriesOf = async (dyad: string, atLeast: number) =>
  until('the timeline', async () => {
    const { body } = await api.get<{ items: unknown[] }>(`/relations/${dyad}/timeline?limit=200`);
    return body.items.length >= atLeast;
  });

describe('the command', () => {
  it('shows its help with examples and exit codes', async () => {
    const { code, stdout: all } = await chanceryCommand(['--help'], folder, {}, commandOfRepository).ended;
    expect({ code, all }).toMatchObject({ code: 0, all: expect.stringMatching(/Examples:[^]*Exit codes:/) });
    const { stdout } = await run('import', '--help');
    expect(stdout).toContain('chancery import icews events.2018.tab --dry-run');
  });

  it.for([
    ['an unknown command', ['impotr'], 2, 'Did you mean import?'],
    ['an unknown source', ['import', 'gdelt3', 'x.csv'], 2, 'There is no source "gdelt3": expected gdelt1'],
    ['a file that is not there', ['import', 'icews', 'none.tab', '--dry-run'], 2, 'none.tab: there is no such file'],
    ['an address that is none', ['timeline', 'BGD-PAK', '--url', 'here'], 2, '--url takes an address'],
    ['a search of two lists at once', ['search', 'x', '--dyad', 'BGD-PAK', '--party', 'BGD'], 2, 'either one relation'],
    ['a count that is none', ['follow', '--count', 'few'], 2, 'Expected a whole number of events'],
    ['a day without a list', ['search', 'x', '--from', '2025-01-01'], 2, 'need --dyad or --party'],
    ['a dyad with a code that is none', ['relation', 'BGD-XXX'], 2, '"XXX" is no party'],
    [
      'changes of phase of two',
      ['follow', '--kinds', 'phase', '--party', 'BGD', 'PAK'],
      2,
      'one --party or one --dyad',
    ],
    ['a type that is none', ['timeline', 'BGD-PAK', '--type', 'MeetingHled'], 2, 'did you mean "MeetingHeld"?'],
    ['reports of no instant', ['relation', 'BGD-PAK', '--reported'], 2, '--reported takes an instant with it'],
    ['one instant for two', ['relation', 'BGD-PAK', '--diff', '2025-01-13T00:00:00Z'], 2, '--diff takes two instants'],
    ['two names', ['timeline', 'Bangladesh-Pakistan'], 2, 'did you mean "BGD-PAK"?'],
    [
      'what was typed',
      ['timeline', 'BGD-PAK', '--from', 'soon'],
      2,
      'You typed: chancery timeline BGD-PAK --from soon',
    ],
  ] as const)('ends with a line that says what is wrong: %s', async ([, words, code, said]) => {
    const ended = await run(...words);
    expect(ended).toMatchObject({ code, stderr: expect.stringContaining(said) });
    expect(ended.stderr).not.toContain('    at ');
  });

  it('opens the explorer where there is one', async () => {
    const ended = await run('open', '--json');
    expect(ended).toMatchObject({ code: 0, stdout: `{"url":"${cloud().url}/explore"}\n` });
  });

  it('says that nothing responds, with an exit code of its own', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const ended = await run('login', '--url', url, '--client-id', 'local', '--client-secret', 'local');
    expect(ended).toMatchObject({ code: 3, stderr: expect.stringContaining(`Nothing responds at ${url}`) });
  });

  it('posts, shows the timeline and the relation, and verifies', async () => {
    const { stream, dyad, meeting } = freshRelation();
    const lines = [1, 2].map((day) => JSON.stringify(meeting({ occurred: `2025-05-0${day}`, summary: `Day ${day}` })));
    const posted = await run('post', inFolder('events.jsonl', lines.join('\n')), '--stream', stream);
    const id = (version: number) => `${stream.replace('/', '.')}.${version}`;
    expect(posted).toMatchObject({ code: 0, stdout: `recorded  ${id(1)}\nrecorded  ${id(2)}\n` });
    await entriesOf(dyad, 2);
    const { stdout: shown } = await run('timeline', dyad, '--order', 'oldest');
    expect(shown.split('\n')).toHaveLength(3);
    expect(shown).toMatch(/^2025-05-01 {3}MeetingHeld {2}.*Day 1 {2}.*\n2025-05-02/);
    const entry = JSON.parse((await run('timeline', dyad, '--json', '--limit', '1')).stdout) as unknown;
    expect(entry).toMatchObject({ id: id(2), type: 'MeetingHeld' });
    expect((await run('search', '"day 2"', '--dyad', dyad)).stdout).toMatch(/^2025-05-02 .*\n$/);
    expect(JSON.parse((await run('search', `day ${dyad.slice(0, 3)}`, '--json', '--limit', '1')).stdout)).toBeDefined();
    expect(await run('timeline', dyad, '--q', 'nothing')).toMatchObject({ stdout: '', stderr: 'No events.\n' });
    const relation = (await run('relation', dyad)).stdout;
    expect(relation).toContain(dyad);
    expect(relation).toMatch(/^last event {14}2025-05-02 {2}MeetingHeld {2}Day 2$/m);
    expect(relation).toMatch(
      /^events {18}2 that took place.*\n {2}verbal cooperation {4}2\n {2}material cooperation {2}0/m,
    );
    expect(relation).toMatch(/^agreements in force {5}none$/m);
    expect(relation).not.toMatch(/[{}[\]]/);
    expect(await run('verify', '--json')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/"hash":"/),
      stderr: '',
    });
    const shownVerified = {
      stdout: expect.stringMatching(/^streams \d/),
      stderr: expect.stringMatching(/ events\/s\n$/),
    };
    expect(await run('verify')).toMatchObject(shownVerified);
  });

  it('records a file once however often it is posted, and again only when told to', async () => {
    const { stream, dyad, meeting } = freshRelation();
    const lines = [1, 1, 2].map((day) => JSON.stringify(meeting({ occurred: `2025-06-0${day}` })));
    const post = ['post', inFolder('twice.jsonl', lines.join('\n')), '--stream', stream];
    const id = (version: number) => `${stream.replace('/', '.')}.${version}`;
    const recorded = [1, 2, 3].map((version) => `recorded  ${id(version)}`);
    const linesOf = (posted: { readonly stdout: string }) =>
      posted.stdout.split('\n').filter((line) => line.includes('recorded  '));
    expect(linesOf(await run(...post))).toEqual(recorded);
    const repeated = await run(...post);
    expect(linesOf(repeated)).toEqual(recorded.map((line) => `already ${line}`));
    expect(repeated).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('3 of 3 commits were recorded already.'),
    });
    const again = await run(...post, '--again');
    expect(again.stdout).toContain(`\n  perhaps already recorded as ${id(1)}: the same type`);
    expect(again.stderr).toContain('3 of 3 commits repeat what is recorded, perhaps.');
    const { body } = await api.get<{ items: unknown[] }>(`/events?dyad=${dyad}`);
    expect(body.items).toHaveLength(6);
  });

  it('attaches the reports of what is recorded already, where it is told to', async () => {
    const { stream, meeting } = freshRelation();
    const reported = (publisher: string) =>
      inFolder(`${publisher}.json`, JSON.stringify(meeting({ evidence: { reports: [{ publisher }] } })));
    await run('post', reported('one'), '--stream', stream);
    const id = `${stream.replace('/', '.')}.1`;
    const attach = ['--stream', stream, '--on-duplicate', 'attach'];
    expect(await run('post', reported('two'), ...attach)).toMatchObject({ code: 0, stdout: `attached  ${id}\n` });
    const bare = inFolder('bare.json', JSON.stringify(meeting()));
    const refused = { code: 5, stdout: expect.stringContaining('Expected reports to attach') };
    expect(await run('post', bare, ...attach)).toMatchObject(refused);
    expect(await run('post', bare)).toMatchObject({ code: 2, stderr: expect.stringContaining('add --stream') });
  });

  it('lists who reports, as a table and as JSON', async () => {
    const { stream, meeting } = freshRelation();
    const publisher = `gazette-${stream.slice('relation/'.length).toLowerCase()}`;
    const event = meeting({ evidence: { reports: [{ publisher }] } });
    await run('post', inFolder('reported.json', JSON.stringify(event)), '--stream', stream);
    await until('the source', async () => {
      const { body } = await api.get<{ items: unknown[] }>(`/sources?publisher=${publisher}`);
      return body.items.length === 1;
    });
    const { stdout: listed } = await run('sources', publisher);
    expect(listed).toMatch(new RegExp(`^events +corroborated .*\n1 .* ${publisher}\n$`));
    expect(JSON.parse((await run('sources', publisher, '--json')).stdout)).toMatchObject({ publisher, events: 1 });
    expect(await run('sources', `${publisher}-none`)).toMatchObject({ code: 0, stderr: 'No sources.\n' });
  });

  it('names the commits that were refused, and ends with 5', async () => {
    const { stream, meeting } = freshRelation();
    const commits = [
      { stream, events: [meeting()] },
      { stream, events: [meeting({ occurred: 'soon' })] },
    ];
    const ended = await run('post', inFolder('commits.json', JSON.stringify({ commits })), '--json');
    expect(ended).toMatchObject({ code: 5, stderr: '1 of 2 commits were refused.\n' });
    expect(ended.stdout.split('\n')[1]).toContain('"problem"');
  });

  it('follows a party, and says how to go on', async () => {
    const { stream, dyad, meeting } = freshRelation();
    const file = inFolder('one.json', JSON.stringify({ commits: [{ stream, events: [meeting()] }] }));
    await run('post', file);
    const followed = await run('follow', '--dyad', dyad, '--after', 'beginning', '--count', '1', '--json');
    expect(JSON.parse(followed.stdout)).toMatchObject({ stream, position: expect.any(Number) });
    const endless = start('follow', '--dyad', dyad, '--after', 'beginning');
    await once(endless.process.stdout, 'data');
    endless.process.kill('SIGINT');
    expect(await endless.ended).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Go on with the same command and --after \S+\n$/),
    });
  });

  it('keeps a login that only its owner reads, and forgets it', async () => {
    const login = ['login', '--url', cloud().url, '--client-id', 'local', '--client-secret', 'local'];
    expect(await run(...login)).toMatchObject({ code: 0 });
    expect(statSync(join(folder, 'login.json')).mode & 0o777).toBe(0o600);
    expect((await run('token')).stdout).toMatch(/^ey[\w.-]+\n$/);
    expect(JSON.parse((await run('token', '--json')).stdout)).toEqual({ token: expect.stringMatching(/^ey/) });
    expect(await run('login', '--out')).toMatchObject({ code: 0 });
    expect(() => statSync(join(folder, 'login.json'))).toThrow('ENOENT');
  });

  it('imports without posting, and writes the report', async () => {
    const ended = await run('import', 'icews', sampleFile('icews.tab'), '--dry-run', '--report', 'report.json');
    expect(ended).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('one-country: both actors of one country'),
    });
    expect(ended.stdout).toContain('place-elsewhere: the place is in a country that the event does not name');
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ rows: 170, dryRun: true });
  });

  it('goes on with an import that Ctrl-C has interrupted', async () => {
    const [heading = '', ...rows] = readFileSync(sampleFile('icews.tab'), 'utf8').trimEnd().split('\n');
    const many = Array.from({ length: rowsPerPart * 40 + 7 }, () => rows[2] ?? ''); // of one country: skipped
    const file = inFolder('many.tab', [heading, ...many].join('\n'));
    const interrupted = start('import', 'icews', file);
    await once(interrupted.process.stderr, 'data'); // the first part is done
    interrupted.process.kill('SIGINT');
    const first = await interrupted.ended;
    expect(first).toMatchObject({ code: 130, stderr: expect.stringContaining('with --resume goes on') });
    expect(await run('import', 'icews', file, '--since', '2018-01-01', '--resume')).toMatchObject({ code: 2 });
    const resumed = await run('import', 'icews', file, '--resume', '--json');
    expect(JSON.parse(resumed.stdout)).toMatchObject({ rows: many.length, complete: true });
  });

  it('records each event of an import once that kill -9 ends and --resume goes on with', async () => {
    const [heading = '', of = '', , within = ''] = readFileSync(sampleFile('icews.tab'), 'utf8').split('\n');
    const between = of.replaceAll('Bangladesh', 'Tuvalu').replaceAll('Vietnam', 'Nauru').split('\t').slice(2);
    const parts = Array.from({ length: 12 }, (_, part) => [
      ...Array.from({ length: 9 }, (__, day) => [`${part}-${day}`, `20${part + 10}-06-1${day}`, ...between].join('\t')),
      ...Array.from({ length: rowsPerPart - 9 }, () => within), // of one country: skipped
    ]);
    const file = inFolder('killed.tab', [heading, ...parts.flat()].join('\n'));
    const killed = start('import', 'icews', file);
    await until('the state', () => existsSync(join(folder, 'chancery-import-icews.state.json')));
    killed.process.kill('SIGKILL');
    expect(await killed.ended).toMatchObject({ code: null });
    const resumed = await run('import', 'icews', file, '--resume', '--json');
    expect(JSON.parse(resumed.stdout)).toMatchObject({ rows: 12 * rowsPerPart, complete: true });
    await entriesOf('NRU-TUV', 12 * 9);
    const shown = await run('timeline', 'NRU-TUV', '--limit', '200', '--json');
    expect(shown.stdout.split('\n').length - 1).toBe(12 * 9);
  });
});
