import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { pythonEnvironment } from './python-environment.ts';

/**
 * Sends schemathesis against the whole API of a local cloud, with every check but those of `notOurs`; the exit code is 0 when nothing failed.
 * Arguments go to schemathesis: `npm run test:fuzz -- --include-path /visits`.
 */
async function fuzz(bin: string, url: string, token: string, folder: string): Promise<number> {
  // prettier-ignore
  const settings = [
    '--checks', 'all', '--exclude-checks', notOurs.join(','),
    '--phases', 'examples,coverage,fuzzing', '--max-examples', '20', '--workers', '2', '--seed', '1',
    '--request-timeout', '35', '--header', `Authorization: Bearer ${token}`, '--suppress-health-check', 'all',
    '--warnings', 'off', '--continue-on-failure', '--output-truncate', 'true',
  ];
  const args = ['run', `${url}/openapi.json`, '--url', url, ...settings, ...process.argv.slice(2)];
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter), PYTHONWARNINGS: 'ignore' };
  const run = spawn(join(bin, 'schemathesis'), args, { cwd: folder, env, stdio: 'inherit' });
  const [code] = (await once(run, 'exit')) as [number | null];
  return code ?? 1;
}

/**
 * The checks that hold for no API of this kind: what a schema cannot say (a date that exists, roles that fit a type of event, an instant that
 * is over) is refused with 400 though the schema allows it; and parameters that are texts take any text.
 */
const notOurs = ['positive_data_acceptance', 'negative_data_rejection'];

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
