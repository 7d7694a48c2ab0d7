import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beginningOf } from './process-identity.ts';
import { Refusal } from '#infra/local/refusal.ts';

export interface DataFolder {
  /** An absolute path inside the folder; its parent exists. */
  readonly path: (...names: string[]) => string;
  /** The JSON kept in a file, or `undefined` when there is none yet. */
  readonly read: (name: string) => unknown;
  /** Replaces a file's JSON in one step, so that a killed process leaves the old or the new one. */
  readonly write: (name: string, value: unknown) => void;
  /**
   * Replaces a file's JSON within a tenth of a second by the last value given until then; a killed process loses it. In
   * memory it writes nothing: the folder ends with the process.
   */
  readonly writeSoon: (name: string, value: unknown) => void;
  /** Writes what waits and unlocks the folder; nothing is written afterwards. */
  readonly release: () => void;
}

/** Milliseconds for which `writeSoon` collects values. */
const soonMs = 100;

function lock(file: string, folder: string): void {
  const own = JSON.stringify({ pid: process.pid, began: beginningOf(process.pid) });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(file, 'wx');
      writeFileSync(handle, own);
      closeSync(handle);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = holderOf(file);
    if (holder !== undefined && beginningOf(holder.pid) === holder.began)
      throw new Refusal(
        `The data folder ${folder} is in use by process ${holder.pid}; end it, or choose another with --data`,
      );
    rmSync(file, { force: true });
  }
  throw new Refusal(`The data folder ${folder} cannot be locked; another process is starting on it`);
}

function holderOf(file: string): { pid: number; began: string } | undefined {
  try {
    const held: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof held !== 'object' || held === null || !('pid' in held) || !('began' in held)) return undefined;
    return { pid: Number(held.pid), began: String(held.began) };
  } catch {
    return undefined; // half written by a process that was killed
  }
}

/**
 * Opens the folder that holds a local cloud's data and locks it for this process; the lock of a process that has died
 * is taken over. `'memory'` is a fresh folder that is removed in the end.
 */
export function openDataFolder(location: string): DataFolder {
  const ephemeral = location === 'memory';
  const root = ephemeral ? mkdtempSync(join(tmpdir(), 'chancery-')) : resolve(location);
  if (existsSync(root) && !statSync(root).isDirectory())
    throw new Refusal(`${root} is not a folder: choose another with --data`);
  mkdirSync(root, { recursive: true });
  const lockFile = join(root, 'lock');
  lock(lockFile, root);

  const path = (...names: string[]): string => {
    const full = join(root, ...names);
    mkdirSync(dirname(full), { recursive: true });
    return full;
  };
  let released = false;
  const write = (name: string, value: unknown): void => {
    if (released) throw new Error(`${name} cannot be written: the data folder ${root} is released`);
    const file = path(name);
    writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  const waiting = new Map<string, unknown>();
  let timer: NodeJS.Timeout | undefined;
  const writeWaiting = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const [name, value] of waiting) {
      waiting.delete(name);
      try {
        write(name, value);
      } catch (error) {
        process.stderr.write(`${root}: ${name} cannot be written: ${String(error)}\n`);
      }
    }
  };
  return {
    path,
    read: (name) => {
      try {
        return JSON.parse(readFileSync(path(name), 'utf8'));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw new Refusal(`${path(name)} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    write,
    writeSoon: (name, value) => {
      if (released || ephemeral) return;
      waiting.set(name, value);
      timer ??= setTimeout(writeWaiting, soonMs).unref();
    },
    release: () => {
      if (released) return;
      writeWaiting();
      released = true;
      if (ephemeral) rmSync(root, { recursive: true, force: true, maxRetries: 3 });
      else rmSync(lockFile, { force: true });
    },
  };
}
