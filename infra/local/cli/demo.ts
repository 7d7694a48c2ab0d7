import { readFile } from 'node:fs/promises';
import { httpRecord, withToken } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { command, commandLine, portNumber, untilInterrupted } from './command-line.ts';
import { briefAnswers } from './demo/brief-answers.ts';
import { followOnSocket } from './demo/follow-on-socket.ts';
import { timelineText } from './demo/print-timeline.ts';
import { receiveWebhooks } from './demo/receive-webhooks.ts';
import { refineVisit } from './demo/refine-visit.ts';
import { seeBriefThrough } from './demo/see-brief-through.ts';
import { relationStatus } from './demo/relation-status.ts';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';

const help = `Runs Chancery in memory, posts the brief of 16 January 2025 and shows each step of its processing.

npm run demo -- [--port 3000] [--exit]

  --port   the port of the HTTP API (default 3000)
  --exit   end after the last step, with exit code 0 only if every step has worked
`;

const brief = new URL('./demo/seed-brief.json', import.meta.url);

const say = (text = ''): void => void process.stdout.write(`${text}\n`);

await command(async () => {
  const flags = commandLine({
    port: { type: 'string', default: '3000' },
    exit: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) return say(help);
  const interrupted = untilInterrupted();
  const cloud = await startLocalCloud({ port: portNumber(flags.port), data: 'memory' });
  try {
    say(`The stack runs at ${cloud.url}, ready after ${cloud.bootMs} ms.\n`);
    const follower = await followOnSocket(cloud);
    const receiver = await receiveWebhooks(cloud);
    const seen = await seeBriefThrough(cloud, await readFile(brief, 'utf8'));
    say(`Posted the brief: ${seen.events} events in ${seen.commits} commits to ${seen.streams} streams.`);
    say(`Published on the bus: ${seen.published.length} events, positions ${seen.published.join(', ')}.`);
    const received = await follower.positions(seen.events);
    say(`Received on a live socket: ${received.length} events, in order: ${received.join(', ')}.`);
    const called = await receiver.positions(seen.events);
    say(`Received by a webhook, signed: ${called.length} events, in order: ${called.join(', ')}.\n`);
    say('Bangladesh and Pakistan, as the record has it:\n');
    say(timelineText(seen.timeline));
    say(
      '\nThe relation (Goldstein scale; a visit and its meetings count once; tempo and tone up to 16 January 2025):\n',
    );
    for (const line of await relationStatus(cloud)) say(`  ${line}`);
    say('\nThe brief, question by question:\n');
    for (const line of await briefAnswers(cloud)) say(`  ${line}`);
    const visit = await refineVisit(cloud);
    say(`\nLater sources give the days of the visit, and its date is refined: ${visit.before} becomes ${visit.now}.`);
    say(`As of ${visit.asOf} the record still says ${visit.before}.`);
    const token = await cloud.token();
    const verified = await verify(httpRecord(cloud.url, withToken(token)));
    say(
      `\nVerified: ${verified.events} events in ${verified.commits} commits, chained without a gap; ${verified.hash} stands for all of it.`,
    );
    if (flags.exit) return;
    say(`\nLook at it: ${cloud.url}/explore/relations/BGD-PAK (sign in as the local analyst)`);
    say(`\nReference: ${cloud.url}/docs   Health: ${cloud.url}/health\nTry it, in another terminal:\n`);
    say(`  TOKEN=$(npm run -s token -- --url ${cloud.url})`);
    say(`  npx chancery --url ${cloud.url} timeline BGD-PAK`);
    say(
      `  curl -H "Authorization: Bearer $TOKEN" "${cloud.url}/relations/BGD-PAK/timeline?from=2025-01-01&order=oldest"\n`,
    );
    say('Ctrl-C ends it.');
    await interrupted;
  } finally {
    await cloud.stop();
  }
});
