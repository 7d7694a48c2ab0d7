import { command, commandLine, portNumber, untilInterrupted } from './command-line.ts';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { Refusal } from '#infra/local/refusal.ts';

const help = `Runs Chancery on this machine, from the template that deploys to AWS.

npm start -- [--port 3000] [--data .chancery | --memory] [--verbose]

  --port     the port of the HTTP API and of the token endpoint (default 3000)
  --data     the folder that keeps everything (default .chancery)
  --memory   keep nothing
  --verbose  show what the functions write to their logs
`;

await command(async () => {
  const flags = commandLine({
    port: { type: 'string', default: '3000' },
    data: { type: 'string' },
    memory: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  if (flags.memory && flags.data !== undefined) throw new Refusal('--memory keeps nothing: choose it or --data');
  const port = portNumber(flags.port);

  const interrupted = untilInterrupted();
  const starting = startLocalCloud({
    port,
    data: flags.memory ? 'memory' : (flags.data ?? '.chancery'),
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
