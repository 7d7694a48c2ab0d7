import { ApiProblem, ApiUnreachable, NoToken } from '#shared/client/chancery.ts';
import { MapInvalid } from '#shared/client/imports/import-map.ts';
import { FileUnreadable } from '#shared/client/imports/read-rows.ts';
import { CommandFailed, exitCodes } from './exit-codes.ts';

/** Runs a command; what went wrong becomes a line on standard error and an exit code. */
export async function runCommand(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const failed = failureOf(error);
    if (failed === undefined) throw error;
    process.stderr.write(`${failed.message}\n`);
    process.exitCode = failed.code;
  }
}

function failureOf(error: unknown): { readonly message: string; readonly code: number } | undefined {
  if (error instanceof CommandFailed) return error;
  if (error instanceof MapInvalid || error instanceof FileUnreadable)
    return { message: error.message, code: exitCodes.usage };
  if (error instanceof ApiUnreachable)
    return {
      message: `${error.message}: start the local cloud with npm start, or say where with --url`,
      code: exitCodes.unreachable,
    };
  if (error instanceof NoToken) return { message: error.message, code: exitCodes['no-token'] };
  if (error instanceof ApiProblem) {
    const code = error.status === 401 || error.status === 403 ? exitCodes['no-token'] : exitCodes.refused;
    return { message: [error.message, ...placesOf(error)].join('\n'), code };
  }
  if (isFileError(error))
    return {
      message: `${error.path}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
      code: exitCodes.usage,
    };
  return undefined;
}

const placesOf = ({ details }: ApiProblem): string[] =>
  (details.errors ?? []).map(
    ({ pointer, parameter, header, detail }) => `  ${pointer ?? parameter ?? header ?? ''}: ${detail}`,
  );

const isFileError = (error: unknown): error is NodeJS.ErrnoException & { readonly path: string } =>
  error instanceof Error && 'code' in error && 'path' in error && typeof error.path === 'string';
