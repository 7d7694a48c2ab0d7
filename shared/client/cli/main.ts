import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { loginCommand, openCommand, tokenCommand } from './commands/access.ts';
import { exportCommand } from './commands/export.ts';
import { followCommand } from './commands/follow.ts';
import { importCommand } from './commands/import.ts';
import { postCommand } from './commands/post.ts';
import { relationCommand, timelineCommand } from './commands/read.ts';
import { searchCommand } from './commands/search.ts';
import { sourcesCommand } from './commands/sources.ts';
import { subscribeCommand } from './commands/subscribe.ts';
import { verifyCommand } from './commands/verify.ts';
import { exitCodeHelp, exitCodes } from './exit-codes.ts';
import { runCommand } from './run-command.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

const examples = `Examples:
  chancery login --url https://….amazonaws.com
  chancery import icews events.2018.tab --dry-run
  chancery timeline BGD-PAK --from 2024-08-01
  chancery export --format parquet --out record`;

const program = new Command('chancery')
  .description('Bring data to a record of diplomatic events, and take it with you')
  .version(version)
  .option('--url <url>', 'the API (or CHANCERY_URL; default: that of the login, or the local cloud)')
  .option('--sockets <url>', 'the live sockets (or CHANCERY_SOCKETS)')
  .option('--token <token>', 'an access token (or CHANCERY_TOKEN)')
  .option('--json', 'results as JSON, a line for each, and no progress')
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', `\n${examples}\n${exitCodeHelp}`)
  .showSuggestionAfterError();

for (const add of [
  loginCommand,
  tokenCommand,
  postCommand,
  importCommand,
  exportCommand,
  followCommand,
  timelineCommand,
  relationCommand,
  searchCommand,
  sourcesCommand,
  subscribeCommand,
  verifyCommand,
  openCommand,
]) {
  add(program);
}

// A usage error ends with 2, as shells expect; commander itself would end with 1.
const ending = (command: Command): void => {
  command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCodes.usage));
  command.commands.forEach(ending);
};
ending(program);

process.stdout.on('error', () => process.exit(0)); // the reader, such as head, has seen enough
await runCommand(async () => program.parseAsync(), process.argv.slice(2));
