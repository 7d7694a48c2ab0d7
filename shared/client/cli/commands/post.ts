import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { CommitResult, PostedCommit, PostedEvent } from '#shared/client/chancery.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { clientFor, type GlobalOptions } from '../session.ts';
import { note, say } from '../terminal.ts';

interface PostOptions extends GlobalOptions {
  readonly stream?: string;
}

/** `chancery post` */
export const postCommand = (program: Command): Command =>
  program
    .command('post')
    .argument('<file>', 'commits as JSON or JSONL; "-" for standard input')
    .description('Posts events: {"commits": […]}, a commit {"stream", "events"} a line, or events for --stream')
    .option('--stream <name>', 'the stream of a file of events, such as relation/BGD-PAK')
    .addHelpText(
      'after',
      '\nExamples:\n  chancery post brief.json\n  chancery post meetings.jsonl --stream relation/BGD-PAK\n',
    )
    .action(async (file: string, _: unknown, command: Command) => {
      const { stream, ...options } = command.optsWithGlobals<PostOptions>();
      const commits = commitsIn(file === '-' ? await text(process.stdin) : await readFile(file, 'utf8'), file, stream);
      const results = await (await clientFor(options)).appendCommits(commits);
      for (const result of results) say(options.json === true ? JSON.stringify(result) : resultLines(result));
      const warned = results.flatMap((result) => ('problem' in result ? [] : (result.warnings ?? []))).length;
      if (warned > 0) note(`${warned} ${warned === 1 ? 'warning' : 'warnings'}: look at what was posted again.`);
      const refused = results.filter((result) => 'problem' in result).length;
      if (refused === 0) return;
      note(`${refused} of ${results.length} commits were refused.`);
      process.exitCode = exitCodes.incomplete;
    });

const resultLine = (result: CommitResult): string =>
  'problem' in result
    ? `refused   ${result.stream ?? '?'}  ${result.problem.detail ?? result.problem.title}`
    : `recorded  ${result.events.map(({ id }) => id).join(' ') || `${result.stream} (nothing new)`}`;

const resultLines = (result: CommitResult): string =>
  [
    resultLine(result),
    ...('problem' in result ? [] : (result.warnings ?? [])).map(
      ({ field, detail }) => `  warning  ${field}  ${detail}`,
    ),
  ].join('\n');

/** Reads the commits of a text: one JSON value, or one a line. */
function commitsIn(content: string, file: string, stream: string | undefined): PostedCommit[] {
  const values = valuesIn(content, file).flatMap((value) => {
    const commits = typeof value === 'object' && value !== null && 'commits' in value ? value.commits : value;
    return Array.isArray(commits) ? (commits as unknown[]) : [commits];
  });
  if (stream === undefined) return values as PostedCommit[];
  return values.map((event) => ({ stream, events: [event as PostedEvent] }));
}

function valuesIn(content: string, file: string): unknown[] {
  try {
    return [JSON.parse(content)];
  } catch {
    return content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => {
        try {
          return JSON.parse(line) as unknown;
        } catch {
          throw new CommandFailed(`${file}: line ${index + 1} is not JSON`);
        }
      });
  }
}
