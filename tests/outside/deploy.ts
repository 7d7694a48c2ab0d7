import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { synthesize } from '#infra/synthesize.ts';
import { until } from '#tests/support/until.ts';
import { adaptAssembly, defects } from './adapt-assembly.ts';
import { checkDeployment } from './check-deployment.ts';
import { missingPermissions } from './missing-permissions.ts';
import { pythonEnvironment } from './python-environment.ts';

const run = promisify(execFile);
const executables = new URL('../../node_modules/.bin', import.meta.url).pathname;

const help = `Deploys the template with the CDK to MiniStack, an emulator of AWS of another make that needs no Docker, with IAM enforced, and tries it.

npm run test:deploy [-- --defect ${Object.keys(defects).join('|')}]

  --defect   leave this out of the template: the checks must then fail
`;

const { values } = parseArgs({ options: { defect: { type: 'string' }, help: { type: 'boolean', default: false } } });
const { defect } = values;

/** Deploys an assembly to the emulator, and checks what then runs; returns how many checks have failed. */
async function deployAndCheck(endpoint: string, folder: string, env: NodeJS.ProcessEnv): Promise<number> {
  const [made, adapted] = [join(folder, 'cdk.out'), join(folder, 'cdk.adapted')];
  await synthesize(made);
  const missing = missingPermissions(await adaptAssembly(made, adapted, endpoint, defect));
  for (const one of missing) console.log(`FAIL ${one}`);
  const cdk = async (...args: string[]) =>
    run(join(executables, 'cdk'), [...args, '--app', adapted], { env, maxBuffer: 64 * 1024 * 1024 });
  await cdk('bootstrap', 'aws://000000000000/us-east-1');
  await cdk('deploy', 'Chancery-dev', '--require-approval', 'never', '--progress', 'events');
  console.log('deployed');
  return missing.length + (await checkDeployment(endpoint));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Runs MiniStack on the loopback interface while something is done with it. */
async function withEmulator(bin: string, folder: string): Promise<number> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PATH: [executables, process.env.PATH].join(delimiter), // the functions run on the same Node as in Lambda
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    AUTH: 'true',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
    PERSIST_STATE: '0',
    STATE_DIR: join(folder, 'state'),
    TMPDIR: folder, // it unpacks functions there, and leaves them
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const emulator = spawn(join(bin, 'ministack'), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(folder, 'emulator.log'));
  emulator.stdout.pipe(log);
  emulator.stderr.pipe(log);
  process.once('exit', () => emulator.kill());
  try {
    await until('the emulator to listen', async () => {
      const answer = await fetch(`${endpoint}/_localstack/health`).catch(() => undefined);
      return answer?.ok === true;
    });
    return await deployAndCheck(endpoint, folder, env);
  } finally {
    emulator.kill();
    if (emulator.exitCode === null && emulator.signalCode === null) await once(emulator, 'exit');
  }
}

if (values.help) process.stdout.write(help);
const bin = values.help ? undefined : await pythonEnvironment('deploy');
if (bin !== undefined) {
  if (defect !== undefined && defects[defect] === undefined) throw new Error(`There is no defect ${defect}\n${help}`);
  const folder = await mkdtemp(join(tmpdir(), 'chancery-deploy-'));
  const failed = await withEmulator(bin, folder);
  if (failed === 0) await rm(folder, { recursive: true, force: true });
  else console.log(`The emulator's log is in ${folder}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
