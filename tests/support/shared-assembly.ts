import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesizeApp } from '#infra/local/cloud/template/synthesize-app.ts';
import { until } from './until.ts';

/** Folder of the assembly, in the temporary folder of the run. */
export const assemblyFolder = (temporary = tmpdir()): string => join(temporary, 'shared-assembly');

/**
 * Synthesizes the app once for all local clouds of a run, with functions bundled as they are deployed: the first caller
 * makes the bundles and the assembly, callers in other workers wait for them.
 */
export async function sharedAssembly(): Promise<string> {
  const folder = assemblyFolder();
  const [complete, failure] = [`${folder}-complete`, `${folder}-failure`];
  if (isFirst(folder)) {
    try {
      await synthesizeApp(folder, 'deployed').folder;
      writeFileSync(complete, '');
    } catch (error) {
      writeFileSync(failure, String(error));
      throw error;
    }
  }
  await until('the shared assembly', () => existsSync(complete) || existsSync(failure), 200);
  if (existsSync(failure)) throw new Error(`Another worker could not synthesize: ${readFileSync(failure, 'utf8')}`);
  return folder;
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
