import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import {
  type AppendReply,
  ApiProblem,
  type Chancery,
  type CommitResult,
  type PostedCommit,
} from '#shared/client/chancery.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { commitsIn, withKeysOfContent } from '../posted-commits.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { note, say } from '../terminal.ts';

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
    .option('--again', 'also record what was posted before: else the same commits are recorded once')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery post brief.json\n  chancery post meetings.jsonl --stream relation/BGD-PAK --on-duplicate attach\n',
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const { stream, onDuplicate, again, ...options } = command.optsWithGlobals<PostOptions>();
      const commits = commitsIn(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'), file, stream);
      const client = await clientFor(options);
      const keyed = again === true ? commits : withKeysOfContent(commits);
      const results = onDuplicate === 'attach' ? await attachEach(client, keyed) : await client.appendCommits(keyed);
      for (const result of results) say(options.json === true ? JSON.stringify(result) : resultLines(result));
      const recorded = results.flatMap((result) => ('problem' in result ? [] : [result]));
      const warned = recorded.flatMap(({ warnings = [] }) => warnings).length;
      if (warned > 0) note(`${warned} ${warned === 1 ? 'warning' : 'warnings'}: look at what was posted again.`);
      const alike = recorded.filter(({ possibleDuplicates = [] }) => possibleDuplicates.length > 0).length;
      if (alike > 0) note(`${alike} of ${results.length} commits repeat what is recorded, perhaps. ${howToMend}`);
      const refused = results.length - recorded.length;
      if (refused === 0) return;
      note(`${refused} of ${results.length} commits were refused.`);
      process.exitCode = exitCodes.incomplete;
    });

const howToMend =
  'With --on-duplicate attach their reports go to the recorded event instead; what is recorded twice EventsMerged mends.';

/** Posts commits of one event each: one that repeats a recorded event exactly adds its reports to that instead. */
async function attachEach(client: Chancery, commits: readonly PostedCommit[]): Promise<CommitResult[]> {
  const results: CommitResult[] = [];
  for (const [index, { stream, events, expectedVersion, idempotencyKey = crypto.randomUUID() }] of commits.entries()) {
    const [event, ...others] = events;
    if (event === undefined || others.length > 0 || expectedVersion !== undefined)
      throw new CommandFailed(
        `--on-duplicate attach takes commits of one event without expectedVersion, which number ${index + 1} is not`,
      );
    const options = { query: { onDuplicate: 'attach' }, headers: { 'idempotency-key': idempotencyKey } };
    const posted = client.call.post<AppendReply>(`/streams/${stream}/events`, event, options);
    results.push(await posted.catch((error: unknown) => ({ stream, problem: refusalIn(error) })));
  }
  return results;
}

/** The problem of a commit that was refused for what it says; throws any other error. */
function refusalIn(error: unknown): ApiProblem['details'] {
  if (error instanceof ApiProblem && [400, 409, 412, 413, 422].includes(error.status)) return error.details;
  throw error;
}

const resultLines = (result: CommitResult): string =>
  'problem' in result
    ? `refused   ${result.stream ?? '?'}  ${result.problem.detail ?? result.problem.title}`
    : [
        recordedLine(result),
        ...(result.warnings ?? []).map(({ field, detail }) => `  warning  ${field}  ${detail}`),
        ...(result.possibleDuplicates ?? []).map(({ id, reason }) => `  perhaps already recorded as ${id}: ${reason}`),
      ].join('\n');

function recordedLine({ stream, events, attachedTo }: AppendReply): string {
  if (attachedTo !== undefined) return `attached  ${attachedTo}${events.length === 0 ? ' (nothing new)' : ''}`;
  return `recorded  ${events.map(({ id }) => id).join(' ') || `${stream} (nothing new)`}`;
}
