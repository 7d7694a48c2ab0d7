import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../..', import.meta.url).pathname;

/** The Python that the tools need at least. */
const oldest = [3, 10];

/**
 * Returns the folder with the executables of a virtual environment that holds the packages of
 * `tests/outside/<name>.requirements.txt`, every one by its version. It installs the environment at the first call,
 * below `node_modules/.cache`. Returns undefined, and says so, where there is no Python or pip cannot install them.
 */
export async function pythonEnvironment(name: string): Promise<string | undefined> {
  const python = await findPython();
  if (python === undefined) {
    console.log(`Left out: ${name} needs Python ${oldest.join('.')} or later with venv, and there is none.`);
    return undefined;
  }
  const requirements = join(root, 'tests/outside', `${name}.requirements.txt`);
  const digest = createHash('sha256')
    .update(await readFile(requirements))
    .update(python.version)
    .digest('hex');
  const folder = join(root, 'node_modules/.cache/chancery', `${name}-${digest.slice(0, 12)}`);
  if (!(await exists(join(folder, 'installed')))) {
    const refusal = await install(python.command, requirements, folder);
    if (refusal !== undefined) {
      console.log(`Left out: ${name} needs packages of Python, and pip cannot install them: ${refusal}`);
      return undefined;
    }
  }
  return join(folder, 'bin');
}

/** Installs packages into a new environment, within two minutes; returns what was said when that failed. */
async function install(python: string, requirements: string, folder: string): Promise<string | undefined> {
  console.log(`Installing the packages of ${requirements.replace(root, '')}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const settings = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '15'];
  const pip = ['-m', 'pip', 'install', ...settings, '--requirement', requirements];
  try {
    await run(python, ['-m', 'venv', folder], { timeout: 60_000 });
    await run(join(folder, 'bin/python'), pip, { timeout: 120_000 });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return said.trim().split('\n').at(-1) || String(error); // the last line has the reason
  }
  await writeFile(join(folder, 'installed'), '');
  return undefined;
}

async function findPython(): Promise<{ readonly command: string; readonly version: string } | undefined> {
  for (const command of ['python3', 'python']) {
    const version = await versionOf(command);
    if (version === undefined) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === oldest[0] && minor >= (oldest[1] ?? 0)) return { command, version };
  }
  return undefined;
}

async function versionOf(command: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, ['-c', 'import ensurepip, platform, venv; print(platform.python_version())']);
    return stdout.trim();
  } catch {
    return undefined; // there is no such command, or it cannot make environments
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
