import { execFile } from 'node:child_process';
import { cp, glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build, type BuildOptions } from 'esbuild';
import { root } from './bundle-folders.ts';

const client = 'shared/client/chancery';
const command = 'shared/client/cli/main';

/** The packages whose types those of the client name: they come with it. */
const typed = ['openapi-fetch', 'openapi-typescript-helpers'];

/**
 * Makes the package of the client and the command that can be installed elsewhere: plain JavaScript for Node 20 and
 * later, since Node strips no types below `node_modules`, the client's types, and the packages that these name.
 */
export async function makeClientPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { name, version, description, license } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  const manifest = {
    name,
    version,
    description,
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { './client': { types: `./${client}.d.ts`, default: `./${client}.js` } },
    bin: { chancery: `${command}.js` },
    imports: { '#shared/*.ts': { types: './shared/*.d.ts' } },
    dependencies: Object.fromEntries(await Promise.all(typed.map(async (one) => [one, await versionOf(one)]))),
    bundleDependencies: typed,
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await Promise.all([
    build({ ...common(folder), entryPoints: [join(root, `${client}.ts`)], platform: 'neutral' }), // for browsers too
    makeCommand(folder),
    types(folder),
    ...typed.map(async (one) =>
      cp(join(root, 'node_modules', one), join(folder, 'node_modules', one), { recursive: true }),
    ),
    cp(join(root, 'docs/client.md'), join(folder, 'README.md')),
  ]);
}

async function versionOf(dependency: string): Promise<string> {
  const manifest = await readFile(join(root, 'node_modules', dependency, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** Bundles a script with all that it imports. */
const common = (folder: string): BuildOptions => ({
  outdir: folder,
  outbase: root,
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: ['node20', 'es2022'],
  mainFields: ['module', 'main'],
  legalComments: 'none',
  inject: [join(root, 'infra/bundling/node-20.ts')],
});

/** Bundles the command into the folder of a package, and puts the maps of the imports next to it; returns its file. */
export async function makeCommand(folder: string): Promise<string> {
  // Dependencies of the command are in CommonJS, and require modules of Node.
  const requires = `import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);`;
  await build({
    ...common(folder),
    entryPoints: [join(root, `${command}.ts`)],
    platform: 'node',
    banner: { js: `#!/usr/bin/env node\n${requires}` },
  });
  await maps(folder);
  return join(folder, `${command}.js`);
}

/** Writes the declarations of the client and of what it imports. */
async function types(folder: string): Promise<void> {
  const configuration = join(folder, 'tsconfig.json');
  const typeRoots = [join(root, 'node_modules/@types')];
  const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true };
  const compilerOptions = { ...emit, rootDir: root, outDir: folder, typeRoots };
  const files = [join(root, `${client}.ts`)];
  await writeFile(
    configuration,
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, files, include: [] }),
  );
  await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', configuration]);
  await rm(configuration);
  await cp(join(root, 'shared/client/openapi.d.ts'), join(folder, 'shared/client/openapi.d.ts'));
}

/** Puts the maps of the imports where the bundle of the command looks for them: next to it. */
async function maps(folder: string): Promise<void> {
  for await (const file of glob('shared/client/imports/*/*.yaml', { cwd: root })) {
    const to = join(folder, dirname(command), basename(dirname(file)), basename(file));
    await mkdir(dirname(to), { recursive: true });
    await cp(join(root, file), to);
  }
}

if (import.meta.main) await makeClientPackage(join(root, 'dist'));
