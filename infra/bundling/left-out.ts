import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Modules that packages import and no function uses: JSON Schema of zod (the documents of the API are made when it is
 * bundled), event streams of the SDK (no operation that is called here has one), SHA-256 in JavaScript (Node has it),
 * the region of a virtual machine (Lambda sets it), and retries by an adaptive rate (no client asks for them). They are
 * 43 KB of a bundle.
 */
const unused =
  /\/(zod\/v4\/core\/(to-json-schema|json-schema-processors|json-schema-generator)|@smithy\/core\/dist-es\/submodules\/(event-streams\/index|checksum\/sha256\/Sha256Js|config\/config-resolver\/regionConfig\/getInstanceMetadataRegion|retry\/util-retry\/(AdaptiveRetryStrategy|DefaultRateLimiter)))\.js$/;

const declared = /^export (?:async )?(?:const|function|class) (\w+)/gm;
const reexported = /^export \{([^}]*)\} from/gm;

/** Names of a module's exports. */
function exportsOf(code: string): string[] {
  const lists = [...code.matchAll(reexported)].flatMap(([, list = '']) => list.split(','));
  const renamed = lists.flatMap((one) => /(\w+)\s*$/.exec(one)?.[1] ?? []);
  return [...[...code.matchAll(declared)].flatMap(([, name]) => name ?? []), ...renamed];
}

function stubOf(name: string): string {
  if (name.startsWith('create')) return '() => refuse';
  return name.startsWith('resolve') ? '(settings) => settings' : 'refuse';
}

/**
 * Replaces the unused modules: their exports throw when they are called, and so does what those named `create…` make;
 * those named `resolve…` return the settings that they get, since every client is made with them.
 */
export const unusedLeftOut: Plugin = {
  name: 'unused-left-out',
  setup(build) {
    build.onLoad({ filter: unused }, async ({ path }) => {
      const refuse = `const refuse = () => { throw new Error('${path.replace(/^.*node_modules\//, '')} is not bundled'); };`;
      const names = exportsOf(await readFile(path, 'utf8'));
      const stubs = names.map((name) => `export const ${name} = ${stubOf(name)};`);
      return { contents: [refuse, ...stubs].join('\n') };
    });
    // The cache of endpoint discovery, which is off: 9 KB.
    build.onLoad({ filter: /\/endpoint-cache\/dist-es\/EndpointCache\.js$/ }, () => ({
      contents: 'export class EndpointCache {}',
    }));
    // The headers of event streams, which no operation signs: 2 KB.
    build.onLoad({ filter: /\/signature-v4\/dist-es\/HeaderFormatter\.js$/ }, () => ({
      contents: 'export class HeaderFormatter {}',
    }));
    // Tells browsers apart, which no function does: 34 KB, beside a bundle of which parts are loaded on demand.
    build.onLoad({ filter: /\/bowser\/bowser\.mjs$/ }, () => ({ contents: 'export const parse = undefined;' }));
    // A client of the SDK reads its version only: 2 KB each.
    build.onLoad({ filter: /\/@aws-sdk\/[\w-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
