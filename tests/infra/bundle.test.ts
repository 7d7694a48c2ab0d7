import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import { synthesize } from '#infra/synthesize.ts';
import { functionNames } from '#tests/support/deployed.ts';
import { needsOf } from '#tests/support/needs.ts';

const sandbox = mkdtempSync(join(tmpdir(), 'chancery-bundle-'));
const folders = { functions: join(sandbox, 'functions'), bundles: join(sandbox, 'dist') };
afterAll(() => rmSync(sandbox, { recursive: true }));

function write(name: string, source: string): void {
  mkdirSync(join(folders.functions, name), { recursive: true });
  writeFileSync(join(folders.functions, name, `${name}.ts`), source);
}

const bundle = (name: string) => join(folders.bundles, name, 'index.mjs');

/** Runs a bundle as Lambda would. */
const call = async (name: string): Promise<unknown> => {
  const loaded: unknown = await import(pathToFileURL(bundle(name)).href);
  const { handler } = z
    .object({ handler: z.custom<() => Promise<unknown>>((value) => typeof value === 'function') })
    .parse(loaded);
  return handler();
};

describe('bundling', () => {
  let sizes: Record<string, number>;

  beforeAll(async () => {
    write('stamp-visa', `import https from 'node:https';\nexport const handler = async () => typeof https.request;`);
    write(
      'sign-note',
      `import { defaultProvider } from '@aws-sdk/credential-provider-node';\nexport const handler = async () => defaultProvider()();`,
    );
    mkdirSync(join(folders.functions, 'middleware'));
    writeFileSync(join(folders.functions, 'middleware/seal.ts'), 'export const seal = 1;');
    sizes = await bundleFunctions(folders);
  });

  it('gives each function, and nothing else, a folder of its own and tells its size in bytes', () => {
    expect(readdirSync(folders.bundles).toSorted()).toEqual(['sign-note', 'stamp-visa']);
    expect(sizes).toEqual({
      'sign-note': statSync(bundle('sign-note')).size,
      'stamp-visa': statSync(bundle('stamp-visa')).size,
    });
  });

  it('loads the HTTP client without an import, which would slow each cold start', async () => {
    expect(readFileSync(bundle('stamp-visa'), 'utf8')).not.toMatch(/from\s*"(node:)?https?"/);
    expect(await call('stamp-visa')).toBe('function');
  });

  it('takes credentials from the environment and carries no other source of them', async () => {
    process.env.AWS_ACCESS_KEY_ID ??= 'local';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
    expect(await call('sign-note')).toMatchObject({ accessKeyId: process.env.AWS_ACCESS_KEY_ID });
    expect(readFileSync(bundle('sign-note'), 'utf8')).not.toContain('fromSSO');
  });

  it('leaves an unchanged bundle alone, for whoever is reading it', async () => {
    const before = statSync(bundle('stamp-visa'), { bigint: true }).mtimeNs;
    await bundleFunctions(folders);
    expect(statSync(bundle('stamp-visa'), { bigint: true }).mtimeNs).toBe(before);
  });

  it('makes a bundle again that somebody has changed or removed', async () => {
    const made = readFileSync(bundle('stamp-visa'), 'utf8');
    for (const harm of [() => writeFileSync(bundle('stamp-visa'), ''), () => rmSync(bundle('stamp-visa'))]) {
      harm();
      await bundleFunctions(folders);
      expect(readFileSync(bundle('stamp-visa'), 'utf8')).toBe(made);
    }
  });

  it('makes bundles of sources as they are now, also when they change again and again', async () => {
    for (const stamp of ['first', 'second', 'first']) {
      write('stamp-visa', `export const handler = async () => '${stamp}';`);
      await bundleFunctions(folders);
      expect(readFileSync(bundle('stamp-visa'), 'utf8')).toContain(stamp);
    }
  });

  it('drops a file that an earlier build made, and this one does not', async () => {
    const left = join(folders.bundles, 'stamp-visa', 'main-OLDHASH.js');
    writeFileSync(left, '');
    write('stamp-visa', `export const handler = async () => 'third';`);
    await bundleFunctions(folders);
    expect(existsSync(left)).toBe(false);
  });

  it('puts what is imported on demand into a file of its own, which a start does not load', async () => {
    const large = `export const large = '${'x'.repeat(20_000)}';`;
    mkdirSync(join(folders.functions, 'file-note'), { recursive: true });
    writeFileSync(join(folders.functions, 'file-note/large.ts'), large);
    write('file-note', `export const handler = async () => (await import('./large.ts')).large.length;`);
    const { 'file-note': atStart } = await bundleFunctions(folders);
    expect(atStart).toBe(statSync(bundle('file-note')).size);
    expect(atStart).toBeLessThan(2000);
    expect(readdirSync(join(folders.bundles, 'file-note'))).toHaveLength(2);
    expect(await call('file-note')).toBe(20_000);
    rmSync(join(folders.functions, 'file-note'), { recursive: true });
  });

  it('drops the bundle of a function that is gone', async () => {
    rmSync(join(folders.functions, 'stamp-visa'), { recursive: true });
    await bundleFunctions(folders);
    expect(existsSync(bundle('stamp-visa'))).toBe(false);
  });
});

describe('the bundles of the project', () => {
  let sizes: Readonly<Record<string, number>>;

  beforeAll(async () => {
    sizes = await bundleFunctions();
  });

  const kilobyte = 1000;

  it('are small, so that a function starts quickly: at most 450 KB each, with few exceptions', () => {
    const own: Readonly<Record<string, number>> = { query: 600 };
    const limitOf = (name: string) => (own[name] ?? 450) * kilobyte;
    expect(Object.entries(sizes).filter(([name, bytes]) => !(bytes <= limitOf(name)))).toEqual([]);
    expect(Object.keys(sizes).toSorted()).toEqual(functionNames.toSorted());
  });

  it('are ASCII: one character beyond Latin-1 makes the engine keep and parse a bundle at two bytes a character', () => {
    const beyond = functionNames.filter((name) =>
      /[^\p{ASCII}]/u.test(readFileSync(join(projectFolders.bundles, name, 'index.mjs'), 'utf8')),
    );
    expect(beyond).toEqual([]);
  });

  it('are at most half of what they were with a function for each route, 16.5 MB', () => {
    expect(Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(16_526_852 / 2);
  });

  it('carry zod only where requests are validated or tokens are read: it is a fifth of a start', () => {
    const validating = functionNames.filter((name) =>
      readFileSync(join(projectFolders.bundles, name, 'index.mjs'), 'utf8').includes('ZodString'),
    );
    expect(validating).toEqual([
      'append',
      'authorize-socket',
      'grant-scopes',
      'manage-subscriptions',
      'operate',
      'query',
      'read-feed',
      'serve-socket',
    ]);
  });

  it('load the client of S3 only with the first head that is noted', () => {
    const folder = join(projectFolders.bundles, 'reconcile');
    const holding = readdirSync(folder).filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes('s3.amazonaws.com/doc'),
    );
    expect(holding).toEqual([expect.not.stringMatching(/^index/)]);
    expect(sizes.reconcile).toBeLessThan(300 * kilobyte);
  });

  it('carry the client of Secrets Manager only where keys are read', () => {
    const reading = functionNames.filter((name) =>
      readFileSync(join(projectFolders.bundles, name, 'index.mjs'), 'utf8').includes('GetSecretValue'),
    );
    const keyed = functionNames.filter((name) =>
      needsOf[name]?.environment.some((one) => one.endsWith('_KEYS_SECRET')),
    );
    expect(keyed.length).toBeGreaterThan(0);
    expect(reading).toEqual(keyed);
  });

  it('hold no descriptions: the documents of the API are files next to the bundle', () => {
    const folder = join(projectFolders.bundles, 'describe-api');
    const document = JSON.parse(readFileSync(join(folder, 'assets/openapi.json'), 'utf8')) as { paths: object };
    expect(Object.keys(document.paths).length).toBeGreaterThan(30);
    for (const name of ['query', 'append', 'describe-api']) {
      const code = readFileSync(join(projectFolders.bundles, name, 'index.mjs'), 'utf8');
      expect([name, code.includes('The bilateral timeline of a dyad')]).toEqual([name, false]);
    }
  });
});

describe('synthesis', () => {
  const assets = z.object({
    files: z.record(z.string(), z.object({ displayName: z.string(), source: z.object({ path: z.string() }) })),
  });

  it('makes a deployable assembly of the functions as they are, without their source maps', async () => {
    for (const name of functionNames) write(name, `export const handler = async () => '${name}';`);
    const assembly = await synthesize(join(sandbox, 'cdk.out'), { folders, stage: 'prod' });
    const { files } = assets.parse(JSON.parse(readFileSync(join(assembly, 'Chancery-prod.assets.json'), 'utf8')));
    const codes = Object.values(files).filter(({ source }) => !source.path.endsWith('.json'));
    expect(codes).toHaveLength(functionNames.length);
    for (const { source } of codes) {
      expect(readdirSync(join(assembly, source.path)).filter((file) => file !== 'assets')).toEqual(['index.mjs']);
    }
  });

  it('puts the assets of the rendered reference beside the function that serves them', () => {
    expect(readdirSync(join(folders.bundles, 'describe-api/assets')).toSorted()).toEqual([
      'swagger-ui-bundle.js',
      'swagger-ui.css',
    ]);
  });
});
