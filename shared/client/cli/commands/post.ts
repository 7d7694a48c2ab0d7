import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { idempotencyDays } from '#shared/idempotency-days.ts';
import type { AppendReply, CommitResult } from '#shared/client/chancery.ts';
import { exitCodes } from '../exit-codes.ts';
import { postCommits } from '../post-commits.ts';
import { commitsIn, withKeysOfContent } from '../posted-commits.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { interruption, note, say } from '../terminal.ts';

interface PostOptions extends GlobalOptions {
  readonly stream?: string;
  readonly onDuplicate: 'record' | 'attach';
  readonly again?: boolean;
}

/** `chancery post` */
export const postCommand = (program: Command): Command =>
  program
    .command('post')
    .argument('<file>', 'commits as JSON or JSONL; "-" for standard input')
    .description('Posts events: {"commits": […]}, a commit {"stream", "events"} a line, or events for --stream')
    .option('--stream <name>', 'the stream of a file of events, such as relation/BGD-PAK')
    .addOption(
      new Option('--on-duplicate <what>', 'attach: add the reports of an event that is recorded already to that one')
        .choices(['record', 'attach'])
        .default('record'),
    )
    .option(
      '--again',
      `also record what was posted in the last ${idempotencyDays} days: else the same commits are recorded once`,
    )
    .addHelpText(
      'after',
      '\nExamples:\n  chancery post brief.json\n  chancery post meetings.jsonl --stream relation/BGD-PAK --on-duplicate attach\n',
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const { stream, onDuplicate, again, ...options } = command.optsWithGlobals<PostOptions>();
      const commits = commitsIn(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'), file, stream);
      const client = await clientFor(options);
      const keyed = again === true ? commits : withKeysOfContent(commits);
      const [signal, quiet] = [interruption(), options.json === true];
      const results = await postCommits(client, keyed, { attaches: onDuplicate === 'attach', quiet, signal });
      for (const result of results) say(options.json === true ? JSON.stringify(result) : resultLines(result));
      const recorded = results.flatMap((result) => ('problem' in result ? [] : [result]));
      const repeated = recorded.filter((result) => result.repeated === true).length;
      if (repeated > 0) note(`${repeated} of ${results.length} commits were recorded already. ${howToRepeat}`);
      const warned = recorded.flatMap(({ warnings = [] }) => warnings).length;
      if (warned > 0) note(`${warned} ${warned === 1 ? 'warning' : 'warnings'}: look at what was posted again.`);
      const alike = recorded.filter(({ possibleDuplicates = [] }) => possibleDuplicates.length > 0).length;
      if (alike > 0) note(`${alike} of ${results.length} commits repeat what is recorded, perhaps. ${howToMend}`);
      const refused = results.length - recorded.length;
      if (refused > 0) note(`${refused} of ${results.length} commits were refused.`);
      if (refused > 0) process.exitCode = exitCodes.incomplete;
      if (results.length === keyed.length) return;
      const goOn = again === true ? 'the others are still to be posted' : 'post the file again for the others';
      note(`Interrupted after ${results.length} of ${keyed.length} commits: ${goOn}.`);
      process.exitCode = exitCodes.interrupted;
    });

const howToRepeat = 'With --again they are recorded once more.';

const howToMend =
  'With --on-duplicate attach their reports go to the recorded event instead; what is recorded twice EventsMerged mends.';

const resultLines = (result: CommitResult): string =>
  'problem' in result
    ? `refused   ${result.stream ?? '?'}  ${result.problem.detail ?? result.problem.title}`
    : [
        recordedLine(result),
        ...(result.warnings ?? []).map(({ field, detail }) => `  warning  ${field}  ${detail}`),
        ...(result.possibleDuplicates ?? []).map(({ id, reason }) => `  perhaps already recorded as ${id}: ${reason}`),
      ].join('\n');

function recordedLine({ stream, events, attachedTo, repeated }: AppendReply): string {
  if (attachedTo !== undefined) return `attached  ${attachedTo}${events.length === 0 ? ' (nothing new)' : ''}`;
  const what = repeated === true ? 'already recorded' : 'recorded';
  return `${what}  ${events.map(({ id }) => id).join(' ') || `${stream} (nothing new)`}`;
}
