import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { pythonEnvironment } from './python-environment.ts';

const here = new URL('.', import.meta.url).pathname;

/** Seconds that schemathesis takes at most: what is left of its phases then is left out, and said. */
const mostSeconds = 240;

/**
 * Sends schemathesis against the whole API of a local cloud, with every check; the exit code is 0 when nothing failed.
 * It accepts statuses as `fuzz.toml` says; `fuzz_hooks.py` finds refusals that the description should have said.
 * Arguments go to schemathesis: `npm run test:fuzz -- --include-path /visits`.
 */
async function fuzz(bin: string, url: string, token: string, folder: string): Promise<number> {
  // prettier-ignore
  const settings = [
    '--checks', 'all', '--max-time', String(mostSeconds),
    '--phases', 'examples,fuzzing,coverage', '--max-examples', '20', '--seed', '1',
    '--workers', '1', // Python 3.11 cannot parse in two threads at once: "AST constructor recursion depth mismatch"
    '--request-timeout', '35', '--max-response-time', '30', // a long poll waits 20 seconds
    '--header', `Authorization: Bearer ${token}`, '--suppress-health-check', 'all',
    '--warnings', 'off', '--continue-on-failure', '--output-truncate', 'true',
  ];
  const config = ['--config-file', join(here, 'fuzz.toml')];
  const args = [...config, 'run', `${url}/openapi.json`, '--url', url, ...settings, ...process.argv.slice(2)];
  const env = {
    ...process.env,
    PATH: [bin, process.env.PATH].join(delimiter),
    PYTHONWARNINGS: 'ignore',
    PYTHONPATH: here,
    PYTHONDONTWRITEBYTECODE: '1',
    SCHEMATHESIS_HOOKS: 'fuzz_hooks',
  };
  const run = spawn(join(bin, 'schemathesis'), args, { cwd: folder, env, stdio: 'inherit' });
  const [code] = (await once(run, 'exit')) as [number | null];
  return code ?? 1;
}

const bin = await pythonEnvironment('fuzz');
if (bin !== undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-fuzz-'));
  const cloud = await startLocalCloud({ data: 'memory' });
  try {
    process.exitCode = await fuzz(bin, cloud.url, await cloud.token({ sub: 'fuzz' }), folder);
  } finally {
    await cloud.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
