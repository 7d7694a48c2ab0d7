import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { callDynamoDb } from './dynamodb-call.ts';
import { close, listen, portOf } from '#infra/local/cloud/loopback.ts';
import { Refusal } from '#infra/local/refusal.ts';

export interface DynamoDbLocal {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const emulator = join(import.meta.dirname, '../../../../node_modules/amplify-dynamodb-simulator/emulator');

const needsJava =
  'DynamoDB Local needs Java 17 or newer: install it (Debian, Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17), or set DYNAMODB_ENDPOINT to a DynamoDB Local of your own';

/**
 * A start takes a third less of a processor without the compiler that only pays after minutes, and without verifying
 * classes that `npm ci` has checked; a JVM that does not know an option ignores it.
 */
const quickStart = [
  '-XX:+IgnoreUnrecognizedVMOptions',
  '-XX:TieredStopAtLevel=1',
  '-XX:+UnlockDiagnosticVMOptions',
  '-XX:-BytecodeVerificationRemote',
];

/**
 * Shell script that starts a watcher and becomes the JVM (`exec`, so one process id). The watcher reads a pipe that
 * only this process holds open: when it ends, even by SIGKILL, the pipe closes and the watcher kills the JVM. Works
 * with any POSIX shell, so on Linux and macOS.
 */
const endsWithParent = `exec 3<&0
( while read -r _ <&3; do :; done; kill -9 $$ ) >/dev/null 2>&1 &
exec "$@" </dev/null 3<&-`;

export interface DynamoDbLocalOptions {
  /** Folder of the database files; absent: in memory. */
  readonly folder?: string | undefined;
  readonly logFile: string;
}

/**
 * Starts AWS's DynamoDB Local on a free port and waits until it responds; uses the one at `DYNAMODB_ENDPOINT` when that
 * is set.
 */
export async function startDynamoDbLocal({ folder, logFile }: DynamoDbLocalOptions): Promise<DynamoDbLocal> {
  const own = process.env['DYNAMODB_ENDPOINT'];
  if (own !== undefined && own !== '') {
    if (!(await responds(own))) throw new Refusal(`No DynamoDB responds at ${own} (DYNAMODB_ENDPOINT)`);
    return { endpoint: own, stop: async () => undefined };
  }
  if (!existsSync(join(emulator, 'DynamoDBLocal.jar'))) throw new Refusal(`${emulator} is missing: run npm ci`);
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const java = process.env['JAVA_HOME'] === undefined ? 'java' : join(process.env['JAVA_HOME'], 'bin/java');

  const port = await freePort();
  const log = openSync(logFile, 'w');
  const store = folder === undefined ? ['-inMemory'] : ['-dbPath', folder];
  // its native library is unpacked there at every start, and removed by nobody
  const scratch = join(dirname(logFile), 'scratch');
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const options = [...quickStart, '-XX:+UseSerialGC', `-Djava.io.tmpdir=${resolve(scratch)}`];
  const native = '-Djava.library.path=./DynamoDBLocal_lib';
  const command = [java, ...options, native, '-jar', 'DynamoDBLocal.jar', '-port', String(port), '-disableTelemetry'];
  // A session of its own, so that Ctrl-C in the terminal reaches us alone and we can finish what is in flight.
  const jvm = spawn('/bin/sh', ['-c', endsWithParent, 'dynamodb-local', ...command, ...store], {
    cwd: emulator,
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  jvm.on('exit', () => jvm.stdin?.destroy());
  jvm.stdin?.on('error', () => undefined);

  const endpoint = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 30_000;
  try {
    while (!(await responds(endpoint))) {
      if (hasEnded(jvm) && (await isMissingOrOld(java))) throw new Refusal(needsJava);
      if (hasEnded(jvm) || Date.now() > deadline)
        throw new Refusal(`DynamoDB Local did not start: ${readFileSync(logFile, 'utf8').trim().split('\n').at(-1)}`);
      await delay(25);
    }
  } catch (error) {
    await end(jvm, 'SIGKILL');
    throw error;
  }
  return { endpoint, stop: async () => end(jvm, folder === undefined ? 'SIGKILL' : 'SIGTERM') };
}

const hasEnded = (jvm: ChildProcess) => jvm.exitCode !== null || jvm.signalCode !== null;

async function end(jvm: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(jvm)) return;
  const ended = once(jvm, 'exit');
  jvm.kill(signal);
  const insist = setTimeout(() => jvm.kill('SIGKILL'), 1000);
  await ended;
  clearTimeout(insist);
}

async function responds(endpoint: string): Promise<boolean> {
  try {
    await callDynamoDb({ endpoint, accessKeyId: 'local', region: 'eu-west-1' }, 'DynamoDB_20120810.ListTables', {});
    return true;
  } catch {
    return false;
  }
}

/** Whether Java is missing or older than 17. */
async function isMissingOrOld(java: string): Promise<boolean> {
  const { promise, resolve: respond } = Promise.withResolvers<boolean>();
  execFile(java, ['-version'], (error, _stdout, stderr) => {
    const [, major = '0'] = /version "(\d+)/.exec(stderr) ?? [];
    respond(error !== null || Number(major) < 17);
  });
  return promise;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listen(server, 0);
  const port = portOf(server);
  await close(server, 0);
  return port;
}
