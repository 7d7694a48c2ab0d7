import { join, relative } from 'node:path';
import { build, type Metafile, type OutputFile } from 'esbuild';
import { type BundleFolders, outputOptions, root } from './bundle-folders.ts';
import { coldStart } from './cold-start.ts';

export interface BuiltCode {
  readonly metafile: Pick<Metafile, 'inputs'>;
  readonly outputFiles: readonly OutputFile[];
  /** Bytes that each function loads when it starts. */
  readonly sizes: Readonly<Record<string, number>>;
}

/**
 * Builds the code of functions: one file each, with one call of esbuild. Those whose own sources import something on
 * demand are built again, with that in files of their own, which a start does not parse.
 */
export async function builtCode(folders: BundleFolders, names: readonly string[]): Promise<BuiltCode> {
  const index = (name: string) => relative(root, join(folders.bundles, name, 'index.mjs'));
  const whole = await build({ ...coldStart, ...outputOptions(folders, names), metafile: true, write: false });
  const divided = names.filter((name) => importsOnDemand(whole.metafile, index(name)));
  const parts = await Promise.all(
    divided.map(async (name) =>
      build({
        ...coldStart,
        ...outputOptions(folders, [name]),
        splitting: true,
        chunkNames: `${name}/[name]-[hash]`,
        metafile: true,
        write: false,
      }),
    ),
  );
  const isDivided = new Set(divided.map((name) => join(folders.bundles, name, 'index.mjs')));
  const outputs = Object.assign({}, ...[whole, ...parts].map(({ metafile }) => metafile.outputs)) as Outputs;
  return {
    metafile: whole.metafile,
    outputFiles: [
      ...whole.outputFiles.filter(({ path }) => !isDivided.has(path)),
      ...parts.flatMap(({ outputFiles }) => outputFiles),
    ],
    sizes: Object.fromEntries(names.map((name) => [name, bytesAtStart(outputs, index(name))])),
  };
}

type Outputs = Metafile['outputs'];

/** Whether a source of the project, not of a package, in a bundle has a dynamic import. */
const importsOnDemand = ({ inputs, outputs }: Metafile, bundle: string): boolean =>
  Object.keys(outputs[bundle]?.inputs ?? {}).some(
    (source) =>
      !source.includes('node_modules/') && inputs[source]?.imports.some(({ kind }) => kind === 'dynamic-import'),
  );

/** Bytes of a file and of what it imports, but for what it imports on demand. */
function bytesAtStart(outputs: Outputs, file: string, seen = new Set<string>()): number {
  const output = outputs[file];
  if (output === undefined || seen.has(file)) return 0;
  seen.add(file);
  const imported = output.imports.filter(({ kind, external }) => kind === 'import-statement' && external !== true);
  return imported.reduce((sum, { path }) => sum + bytesAtStart(outputs, path, seen), output.bytes);
}
