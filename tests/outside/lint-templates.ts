import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { synthesize } from '#infra/synthesize.ts';
import { pythonEnvironment } from './python-environment.ts';

const run = promisify(execFile);

/**
 * What cfn-lint warns of without reason: the CDK writes dependencies that an attribute implies as well, which is
 * harmless.
 */
const accepted = ['W3005'];

const bin = await pythonEnvironment('cfn-lint');
for (const stage of bin === undefined ? [] : ['dev', 'prod']) {
  const folder = await mkdtemp(join(tmpdir(), 'chancery-lint-'));
  try {
    await synthesize(folder, { stage });
    const template = join(folder, `Chancery-${stage}.template.json`);
    const options = ['--regions', 'us-east-1', 'eu-central-1', '--ignore-checks', ...accepted, '--', template];
    await run(join(bin ?? '', 'cfn-lint'), options);
    console.log(`cfn-lint finds nothing in the template of ${stage}, ${accepted.join(', ')} apart.`);
  } catch (error) {
    console.error(typeof error === 'object' && error !== null && 'stdout' in error ? error.stdout : error);
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
