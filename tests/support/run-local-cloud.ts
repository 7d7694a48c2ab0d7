import { execFileSync } from 'node:child_process';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';

// Runs a local cloud until SIGTERM; prints one line of JSON when it is ready.
const [, , assembly = '', data = ''] = process.argv;
const cloud = await startLocalCloud({ data, assembly });
process.on('SIGTERM', () => void cloud.stop().then(() => process.exit(0)));
const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
const children = listed
  .map((line) => line.trim().split(/\s+/).map(Number))
  .flatMap(([pid = 0, parent]) => (parent === process.pid ? [pid] : []));
process.stdout.write(
  `${JSON.stringify({ url: cloud.url, endpoint: cloud.endpoints['AWS_ENDPOINT_URL_DYNAMODB'], children })}\n`,
);
