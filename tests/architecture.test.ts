import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

interface Source {
  /** From the project's root, e.g. `shared/domain/dyad.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly code: string;
}

interface Import {
  /** A package's name, or the path of a file of the project. */
  readonly from: string;
  /** Of types only: nothing is left of it at run time. */
  readonly type: boolean;
}

const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'/g;

function importsOf(path: string, code: string): Import[] {
  const resolved = (from: string) => {
    if (from.startsWith('#')) return from.slice(1);
    return from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
  };
  return [
    ...[...code.matchAll(statement)].map(([, type, from = '']) => ({ from: resolved(from), type: type !== undefined })),
    ...[...code.matchAll(dynamicImport)].map(([, from = '']) => ({ from: resolved(from), type: false })),
  ];
}

const sourcesIn = (folder: string): Source[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|mjs)$/.test(file))
    .map((file) => {
      const path = join(folder, file);
      const code = readFileSync(join(root, path), 'utf8');
      return { path, lines: code.trimEnd().split('\n').length, imports: importsOf(path, code), code };
    });

const [infra, functions, shared, tests] = ['infra', 'functions', 'shared', 'tests'].map(sourcesIn) as [Source[], Source[], Source[], Source[]]; // prettier-ignore
const production = [...infra, ...functions, ...shared];

/** The imports that break a rule, as `file imports what`. */
const breaches = (sources: readonly Source[], forbidden: (from: string, path: string) => boolean): string[] =>
  sources.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => forbidden(from, path)).map(({ from }) => `${path} imports ${from}`),
  );

const within =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
const paths = (some: readonly Source[]) => some.map(({ path }) => path);
const isPackage = (from: string, ...names: string[]) =>
  names.some((name) => from === name || from.startsWith(`${name}/`));

describe('the arrows of the architecture', () => {
  it('are read from every file', () => {
    for (const sources of [infra, functions, shared, tests]) expect(sources.length).toBeGreaterThan(10);
    const read = functions.find(({ path }) => path === 'functions/query/query.ts');
    expect(read?.imports).toContainEqual({ from: 'shared/read-models/query-resource.ts', type: true });
    expect(read?.imports).toContainEqual({ from: 'functions/adapters/read-model-ports.ts', type: false });
  });

  it('leave the domain to itself, zod and the country codes', () => {
    const domain = shared.filter(({ path }) => within('shared/domain')(path));
    const own = (from: string) => within('shared/domain')(from) || isPackage(from, 'zod', 'i18n-iso-countries');
    expect(breaches(domain, (from) => !own(from))).toEqual([]);
  });

  it('lead to AWS only from adapters and from the functions that wire them', () => {
    const adapter =
      /\/(dynamodb-[\w-]+|[\w-]+-item|eventbridge-[\w-]+|sqs-[\w-]+|api-gateway-[\w-]+|aws-secret-[\w-]+|s3-[\w-]+)\.ts$/;
    const mayCall = (path: string) =>
      within('functions', 'shared/dynamodb', 'infra/local', 'infra/bundling')(path) || adapter.test(path);
    expect(breaches(production, (from, path) => isPackage(from, '@aws-sdk') && !mayCall(path))).toEqual([]);
  });

  it('lead to middleware only from functions, and to the CDK only from infra', () => {
    const middleware = (from: string) => isPackage(from, '@middy', '@aws-lambda-powertools');
    const cdk = (from: string) => isPackage(from, 'aws-cdk-lib', 'constructs', 'cdk-nag');
    expect(breaches([...shared, ...infra], middleware)).toEqual([]);
    expect(breaches([...shared, ...functions], cdk)).toEqual([]);
  });

  it('never lead back: from shared to functions or infra, from functions to infra, from anywhere to tests', () => {
    expect(breaches(shared, within('functions', 'infra'))).toEqual([]);
    expect(breaches(functions, within('infra'))).toEqual([]);
    expect(breaches(infra, within('functions'))).toEqual([]);
    expect(breaches(production, within('tests'))).toEqual([]);
  });

  it('lead one way between the folders of shared: each knows only those that come before it', () => {
    const inOrder = [
      'identity',
      'domain',
      'dynamodb',
      'ledger',
      'feed',
      'projections',
      'subscriptions/filter',
      'api/protocol',
      'read-models',
      'subscriptions',
      'api',
      'verification',
      'client',
    ];
    const place = (path: string) => inOrder.findIndex((folder) => within(`shared/${folder}`)(path));
    const inFolder = (path: string) => /^shared\/[\w-]+\//.test(path);
    expect(paths(shared).filter((path) => inFolder(path) && place(path) === -1)).toEqual([]);
    const leadsBack = (from: string, path: string) =>
      inFolder(from) && (place(from) === -1 || !inFolder(path) || place(from) > place(path));
    expect(breaches(shared, leadsBack)).toEqual([]);
  });

  it('lead from the client to nothing of the server: to the domain and to names, and for a command to the verification', () => {
    const client = shared.filter(({ path }) => within('shared/client')(path));
    const own = within('shared/client', 'shared/domain');
    const names = ['shared/identity/scopes.ts', 'shared/identity/command-callbacks.ts'];
    const mayImport = (from: string, path: string) =>
      own(from) ||
      names.includes(from) ||
      /^shared\/[\w-]+\.ts$/.test(from) ||
      (within('shared/client/cli')(path) && within('shared/verification')(from));
    expect(breaches(client, (from, path) => from.startsWith('shared/') && !mayImport(from, path))).toEqual([]);
  });

  it('lead from the part of the client that browsers load to no module of Node', () => {
    const inNode = within('shared/client/cli', 'shared/client/imports', 'shared/client/exports');
    const everywhere = shared.filter(({ path }) => within('shared/client')(path) && !inNode(path));
    expect(everywhere.length).toBeGreaterThan(5);
    expect(breaches(everywhere, (from) => from.startsWith('node:') || inNode(from))).toEqual([]);
  });

  it('lead from what is deployed to names only; the tools that run here may read and verify', () => {
    const names = [
      'environment',
      'api/routes',
      'feed/consumer-names',
      'identity/scopes',
      'identity/command-callbacks',
    ].map((one) => `shared/${one}.ts`);
    const deployed = infra.filter(({ path }) => !within('infra/local')(path));
    expect(breaches(deployed, (from) => within('shared')(from) && !names.includes(from))).toEqual([]);
  });

  it('lead to timers and chance by the clock alone, so that tests can replace them', () => {
    const timing = /\bnode:timers\b|\bset(Timeout|Interval)\(|\bMath\.random\b|\bperformance\.now\b/;
    const own = [...shared, ...functions].filter(({ code }) => timing.test(code));
    expect(paths(own)).toEqual(['shared/clock.ts', 'functions/explorer/page/clock.ts']);
  });

  it('form no circle, not even of types alone', () => {
    expect(circles(production)).toEqual([]);
  });

  it('lead from the sockets to those parts of the protocol that are not of HTTP', () => {
    const sockets = shared.filter(({ path }) => within('shared/subscriptions/sockets')(path));
    const allowed = ['cursor-schema', 'problem', 'problem-of', 'strict-json', 'violations-of'];
    const isAllowed = (from: string) => allowed.some((name) => from === `shared/api/protocol/${name}.ts`);
    expect(breaches(sockets, (from) => within('shared/api')(from) && !isAllowed(from))).toEqual([]);
  });
});

/** Files that import each other, directly or by way of others. */
function circles(sources: readonly Source[]): string[] {
  const imported = new Map(sources.map(({ path, imports }) => [path, imports.map(({ from }) => from)]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const next of imported.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of imported.keys()) visit(path, []);
  return found;
}

describe('a file of the project', () => {
  const all = [...production, ...tests];

  it('is named in kebab-case for what it holds, never for being useful', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(tsx?|mjs)$/;
    const empty = /^(utils?|helpers?|commons?|managers?|misc)$/;
    const ill = ({ path }: Source) =>
      !kebab.test(path.split('/').at(-1) ?? '') || path.split(/[/.-]/).some((word) => empty.test(word));
    expect(paths(all.filter(ill))).toEqual([]);
  });

  it('is no barrel', () => {
    expect(paths(all.filter(({ path }) => /\/index\.(ts|mjs)$/.test(path)))).toEqual([]);
  });

  it('is short enough to be read at once', () => {
    const generated = ['shared/client/openapi.d.ts'];
    const translations = 'functions/explorer/page/text/'; // a file for each language
    const written = production.filter(({ path }) => !generated.includes(path) && !path.startsWith(translations));
    expect(paths(written.filter(({ lines }) => lines > 200))).toEqual([]);
    expect(paths(tests.filter(({ lines }) => lines > 300))).toEqual([]);
  });
});
