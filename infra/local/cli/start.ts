import { command, commandLine, numberBetween, portNumber, untilInterrupted } from './command-line.ts';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { Refusal } from '#infra/local/refusal.ts';

const help = `Runs Chancery on this machine, from the template that deploys to AWS.

npm start -- [--port 3000] [--data .chancery | --memory] [--shards N]
             [--concurrency N] [--verbose]

  --port         the port of the HTTP API and of the token endpoint (default 3000)
  --data         the folder that keeps everything (default .chancery)
  --memory       keep nothing
  --shards       split each table's stream into so many shards, as AWS does with larger tables (default 1)
  --concurrency  run at most so many executions at a time and throttle what exceeds them: a new account has 10
  --verbose      show what the functions write to their logs
`;

/** The ranges of flags. */
const ranges = { shards: [1, 16], concurrency: [1, 1000] } as const;

await command(async () => {
  const flags = commandLine({
    port: { type: 'string', default: '3000' },
    data: { type: 'string' },
    memory: { type: 'boolean', default: false },
    shards: { type: 'string', default: '1' },
    concurrency: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  if (flags.memory && flags.data !== undefined) throw new Refusal('--memory keeps nothing: choose it or --data');
  const port = portNumber(flags.port);
  const shards = numberBetween('shards', flags.shards, ranges.shards);
  const concurrency =
    flags.concurrency === undefined ? undefined : numberBetween('concurrency', flags.concurrency, ranges.concurrency);

  const interrupted = untilInterrupted();
  const starting = startLocalCloud({
    port,
    data: flags.memory ? 'memory' : (flags.data ?? '.chancery'),
    shards,
    concurrency,
    log: flags.verbose ? 'functions' : 'quiet',
  });
  const cloud = await Promise.race([starting, interrupted]);
  if (cloud !== undefined) {
    process.stdout.write(`ready ${cloud.url}\n`);
    if (cloud.socketUrl !== undefined) process.stdout.write(`sockets ${cloud.socketUrl}\n`);
    await interrupted;
  }
  await (await starting).stop();
  process.exit(0);
});
