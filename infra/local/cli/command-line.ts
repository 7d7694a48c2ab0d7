import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Refusal } from '#infra/local/refusal.ts';

/** Reads a command line; an unknown or wrong flag is refused in one line that says where help is. */
export function commandLine<const T extends ParseArgsOptionsConfig>(options: T) {
  const { values, words } = commandWords(options);
  if (words.length > 0) throw new Refusal(`Unexpected argument '${words.join(' ')}' (--help lists the flags)`);
  return values;
}

/** Reads a command line of words and flags. */
export function commandWords<const T extends ParseArgsOptionsConfig>(options: T) {
  // In `--flag -60` the user means a negative number; parseArgs would read -60 as another flag.
  const args = process.argv.slice(2).reduce<string[]>((read, word) => {
    const flag = read.at(-1);
    if (/^-\d+$/.test(word) && flag?.startsWith('--') === true) return [...read.slice(0, -1), `${flag}=${word}`];
    return [...read, word];
  }, []);
  try {
    const { values, positionals: words } = parseArgs({ args, options, strict: true, allowPositionals: true });
    return { values, words };
  } catch (error) {
    // Node adds a sentence on its own syntax, which no command here has.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\.?\n/);
    throw new Refusal(`${reason} (--help lists the flags)`);
  }
}

/** A whole number given to a flag. */
export function wholeNumber(flag: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw new Refusal(`--${flag} takes a whole number, not "${text}"`);
  return Number(text);
}

/** A whole number in a range given to a flag. */
export function numberBetween(flag: string, text: string, [least, most]: readonly [number, number]): number {
  const number = wholeNumber(flag, text);
  if (number < least || number > most) throw new Refusal(`--${flag} takes ${least} to ${most}, not ${number}`);
  return number;
}

/** A port given to `--port`; 0: any that is free. */
export function portNumber(text: string): number {
  const port = wholeNumber('port', text);
  if (port < 0 || port > 65_535) throw new Refusal(`--port ${port} is not a port`);
  return port;
}

/** The address of an API given to `--url`. */
export function webAddress(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Refusal(`--url takes an address such as http://127.0.0.1:3000, not "${text}"`);
  return text;
}

/** Runs a command; a refusal becomes one line and exit code 1, without a stack trace. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Resolves at the first SIGINT (Ctrl-C) or SIGTERM; a second one ends the process at once. */
export async function untilInterrupted(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      times += 1;
      if (times > 1) process.exit(130);
      resolve();
    });
  }
  return promise;
}
