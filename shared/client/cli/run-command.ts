import { ApiProblem, ApiUnreachable, NoToken } from '#shared/client/chancery.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';

/** Runs a command, given by its words; what went wrong becomes a line on standard error and an exit code. */
export async function runCommand(run: () => Promise<unknown>, words: readonly string[]): Promise<void> {
  try {
    await run();
  } catch (error) {
    const failed = failureOf(error, words);
    if (failed === undefined) throw error;
    process.stderr.write(`${failed.message}\n`);
    process.exitCode = failed.code;
  }
}

/** Errors of imports, known by name: only that command loads what reads maps and files. */
const ofImports = new Set(['MapInvalid', 'FileUnreadable']);

interface Failure {
  readonly message: string;
  readonly code: number;
}

function failureOf(error: unknown, words: readonly string[]): Failure | undefined {
  if (error instanceof CommandFailed) return error;
  if (error instanceof Error && ofImports.has(error.name)) return { message: error.message, code: exitCodes.usage };
  if (error instanceof ApiUnreachable)
    return {
      message: `${error.message}: start the local cloud with npm start, or say where with --url`,
      code: exitCodes.unreachable,
    };
  if (error instanceof NoToken) return { message: error.message, code: exitCodes['no-token'] };
  if (error instanceof ApiProblem) return refusal(error, words);
  if (isFileError(error))
    return {
      message: `${error.path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
      code: exitCodes.usage,
    };
  return undefined;
}

/** What the API refused: for who asked, or for what was typed, which is then shown. */
function refusal(error: ApiProblem, words: readonly string[]): Failure {
  const message = [error.message, ...placesOf(error)].join('\n');
  if (error.status === 401 || error.status === 403) return { message, code: exitCodes['no-token'] };
  const isTyped = error.status === 400 || error.details.errors?.some(({ parameter }) => parameter !== undefined);
  if (isTyped !== true) return { message, code: exitCodes.refused };
  return { message: `${message}\nYou typed: chancery ${withoutSecrets(words).join(' ')}`, code: exitCodes.usage };
}

/** The places of a problem that its message does not have already. */
const placesOf = ({ details, message }: ApiProblem): string[] =>
  (details.errors ?? [])
    .filter(({ detail }) => !message.includes(detail))
    .map(({ pointer, parameter, header, detail }) => `  ${pointer ?? parameter ?? header ?? ''}: ${detail}`);

/** Words of a command line as they may be shown. */
export function withoutSecrets(words: readonly string[]): string[] {
  const secret = /^--(token|client-secret)(=|$)/;
  return words.map((word, index) => {
    const [option] = secret.exec(word) ?? [];
    if (option?.endsWith('=') === true) return `${option}…`;
    return secret.exec(words[index - 1] ?? '')?.[2] === '' ? '…' : word;
  });
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException & { readonly path: string } =>
  error instanceof Error && 'code' in error && 'path' in error && typeof error.path === 'string';
