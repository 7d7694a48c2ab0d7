import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, describe, expect, it } from 'vitest';
import { chanceryCommand, type CommandRun } from '#tests/support/chancery-command.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { until } from '#tests/support/until.ts';

const { cloud } = useCloud();

const folder = mkdtempSync(join(tmpdir(), 'chancery-login-'));
afterAll(() => rmSync(folder, { recursive: true }));

const start = (...words: string[]) => chanceryCommand(words, folder, { CHANCERY_URL: cloud().url });
const run = async (...words: string[]) => start(...words).ended;
const file = join(folder, 'login.json');
const kept = () => JSON.parse(readFileSync(file, 'utf8')) as { readonly tokens: object };
const change = (tokens: object) =>
  writeFileSync(file, JSON.stringify({ ...kept(), tokens: { ...kept().tokens, ...tokens } }));

/** The address of the sign-in page, as the command shows it. */
async function shownAddress({ process: { stderr } }: CommandRun): Promise<string> {
  let said = '';
  stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return until('the address', () => /http\S+authorize\S+/.exec(said)?.[0]);
}

/** Chooses a person on the sign-in page; returns the address that it leads to. */
async function chosen(address: string, user: string): Promise<string> {
  const body = new URLSearchParams({ user });
  const { headers } = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  return headers.get('location') ?? '';
}

describe('a person on the command line', () => {
  it('signs in with the browser, and keeps tokens that only they read', async () => {
    const login = start('login', '--no-browser', '--wait', '60');
    const back = await chosen(await shownAddress(login), 'analyst');
    const forged = new URL(back);
    forged.searchParams.set('state', 'of-another-sign-in');
    expect((await fetch(forged)).status).toBe(400);
    expect(await (await fetch(back)).text()).toContain('Signed in');
    expect(await login.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('kept in') });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { stdout: token } = await run('token');
    expect(decodeJwt(token)).toMatchObject({ scope: 'openid chancery/append chancery/read chancery/subscribe' });
    expect((await run('token')).stdout).toBe(token);
    expect(await run('timeline', 'BGD-PAK', '--json')).toMatchObject({ code: 0 });
  });

  it('is not asked again when the token expires: it is renewed, and the new one kept', async () => {
    const before = (await run('token')).stdout;
    change({ expiresAt: Date.now() });
    const after = (await run('token')).stdout;
    expect(decodeJwt(after).sub).toBe(decodeJwt(before).sub);
    expect(after).not.toBe(before);
    expect((await run('token')).stdout).toBe(after);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is told to sign in again when the sign-in has ended', async () => {
    change({ expiresAt: 0, refresh: 'none' });
    expect(await run('token')).toMatchObject({ code: 4, stderr: expect.stringContaining('"chancery login"') });
  });

  it('is waited for so long, and no longer', async () => {
    const ended = await run('login', '--no-browser', '--wait', '1');
    expect(ended).toMatchObject({ code: 4, stderr: expect.stringContaining('Nobody signed in within 1 s') });
    expect(await run('login', '--wait', '3601')).toMatchObject({ code: 2 });
  });
});
