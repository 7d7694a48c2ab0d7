import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { root } from './bundle-folders.ts';

/** The files of a page by name, and the sources that they were made of. */
export interface PageAssets {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly inputs: Metafile['inputs'];
}

const compress = promisify(brotliCompress);

/**
 * Bundles the page of a folder with `main.tsx`, none where there is no such file: scripts and styles named by their
 * content, each also compressed (`.br`), and `page.json`, which names those that the page begins with.
 */
export async function pageAssets(folder: string): Promise<PageAssets> {
  const main = join(folder, 'main.tsx');
  if (!existsSync(main)) return { files: {}, inputs: {} };
  const { outputFiles, metafile } = await build({
    entryPoints: [main, join(folder, 'style/page.css')],
    outdir: 'out',
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    metafile: true,
    write: false,
  });
  const made = outputFiles.map(({ path, contents }) => [basename(path), contents] as const);
  const compressed = made.map(async ([name, contents]) => [`${name}.br`, await brotli(contents)] as const);
  const begins = Buffer.from(JSON.stringify(firstLoad(metafile)));
  return {
    files: Object.fromEntries([...made, ...(await Promise.all(compressed)), ['page.json', begins]]),
    inputs: metafile.inputs,
  };
}

const brotli = async (contents: Uint8Array): Promise<Buffer> =>
  compress(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } });

/**
 * The names of what a browser loads before the page can be used: its script, what that imports at once, and its style.
 */
function firstLoad({ outputs }: Metafile): { script: string; style: string; imports: string[] } {
  const script = outputOf(outputs, 'main.tsx');
  const imported = new Set<string>();
  const visit = (path: string): void => {
    if (imported.has(path)) return;
    imported.add(path);
    for (const one of outputs[path]?.imports ?? []) if (one.kind === 'import-statement') visit(one.path);
  };
  visit(script);
  return {
    script: basename(script),
    style: basename(outputOf(outputs, 'style/page.css')),
    imports: [...imported].filter((path) => path !== script).map((path) => basename(path)),
  };
}

/** The output of an entry point; a chunk that is loaded on demand has an entry point, too. */
function outputOf(outputs: Metafile['outputs'], source: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(`/page/${source}`) === true);
  if (found === undefined) throw new Error(`The page was made without ${source}`);
  return found[0];
}
