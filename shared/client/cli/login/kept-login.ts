import { mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '#shared/client/exports/replace-file.ts';
import { CommandFailed } from '../exit-codes.ts';

const address = { url: z.string(), socketUrl: z.string().optional() };

const ProgramLogin = z.object({
  ...address,
  tokenUrl: z.string().optional(),
  clientId: z.string(),
  clientSecret: z.string(),
});

const PersonLogin = z.object({
  ...address,
  signInUrl: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  tokens: z.object({
    access: z.string(),
    refresh: z.string().optional(),
    expiresAt: z.number(),
    name: z.string().optional(),
  }),
});
export type PersonLogin = z.output<typeof PersonLogin>;

/** What `chancery login` keeps: the credentials of a program, or the tokens of a person. */
const Login = z.union([ProgramLogin, PersonLogin]);
export type Login = z.output<typeof Login>;

/** The file of the login, which only its owner reads. */
const loginFile = (): string =>
  process.env['CHANCERY_LOGIN'] ??
  join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'chancery', 'login.json');

/** Reads the login; `undefined`: there is none. */
export async function readLogin(): Promise<Login | undefined> {
  const text = await readFile(loginFile(), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = Login.safeParse(parsed(text));
  if (!read.success) throw new CommandFailed(`${loginFile()} is not valid: sign in again with "chancery login"`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps a login; returns the file. A command that reads at the same time finds the login of before, or this one. */
export async function keepLogin(login: Login): Promise<string> {
  const file = loginFile();
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await replaceFile(file, `${JSON.stringify(login, null, 2)}\n`, 0o600);
  return file;
}

export const forgetLogin = async (): Promise<void> => rm(loginFile(), { force: true });
