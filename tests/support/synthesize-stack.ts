import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime, type FunctionOptions } from 'aws-cdk-lib/aws-lambda';

export interface StackParts {
  readonly stack: Stack;
  /** A function of the given file, named like its handler unless an id is given. */
  readonly fn: (handler: string, options?: FunctionOptions & { readonly id?: string }) => Function;
}

/**
 * Synthesizes a stack whose functions are the exports of a file beside this one, into a temporary folder. Returns the
 * assembly's folder.
 */
export function synthesizeStack(functionsFile: string, define: (parts: StackParts) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-stack-'));
  const source = join(folder, 'source');
  mkdirSync(source);
  copyFileSync(join(import.meta.dirname, functionsFile), join(source, 'index.mjs'));
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    analyticsReporting: false,
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'Tiny');
  define({
    stack,
    fn: (handler, { id = handler, ...options } = {}) =>
      new Function(stack, id, {
        code: Code.fromAsset(source),
        handler: `index.${handler}`,
        runtime: Runtime.NODEJS_24_X,
        timeout: Duration.seconds(5),
        ...options,
      }),
  });
  return app.synth().directory;
}
