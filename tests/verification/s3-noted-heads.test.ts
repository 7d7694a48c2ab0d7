import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolders } from '#infra/bundling/bundle-folders.ts';
import { bundleFunctions } from '#infra/bundling/bundle.ts';
import { s3NotedHeads } from '#shared/verification/s3-noted-heads.ts';

const requests: { readonly request: IncomingMessage; readonly body: string }[] = [];
let status = 200;
/** What S3 is to the client: it takes objects, and answers with their tag. */
const bucket = createServer((request, response) => {
  const take = async () => {
    requests.push({ request, body: (await buffer(request)).toString() });
    response.writeHead(status, { etag: '"tag"' }).end();
  };
  void take();
});
const settings = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

beforeAll(async () => {
  await new Promise<void>((resolve) => void bucket.listen(0, '127.0.0.1', resolve));
  const { port } = bucket.address() as AddressInfo;
  Object.assign(process.env, settings, { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` });
});
afterAll(() => {
  for (const name of [...Object.keys(settings), 'AWS_ENDPOINT_URL_S3']) delete process.env[name];
  bucket.close();
});

/** The module as `reconcile` loads it on Lambda: without the parts of the client that no function uses. */
async function asBundled(): Promise<typeof s3NotedHeads> {
  await bundleFunctions();
  const folder = join(projectFolders.bundles, 'reconcile');
  const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('s3-noted-heads'));
  const module = (await import(pathToFileURL(join(folder, file)).href)) as { s3NotedHeads: typeof s3NotedHeads };
  return module.s3NotedHeads;
}

describe.each([
  ['from its source', async () => s3NotedHeads],
  ['as it is bundled', asBundled],
])('a head in a bucket, %s', (_title, load) => {
  const hash = 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg';
  const note = async () => (await load())('heads')({ position: 7, hash }, new Date('2025-01-20T09:30:00.000Z'));

  it('is an object of its own, which `verify --expect` takes as it is, with the checksum that Object Lock asks for', async () => {
    requests.length = 0;
    await note();
    const [{ request, body } = { request: undefined, body: '' }] = requests;
    expect(request?.method).toBe('PUT');
    expect(request?.url).toMatch(/^\/heads\/heads\/2025-01-20\/09%3A30%3A00\.000Z\.txt(\?|$)/);
    expect(body).toContain(`7:${hash}\n`);
    expect(body).toMatch(/7:[\w-]{43}\n/);
    expect(request?.headers['x-amz-checksum-crc32'] ?? request?.headers['x-amz-trailer']).toBeDefined();
  });

  it('is missed loudly when the bucket does not take it', async () => {
    status = 403;
    await expect(note()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    status = 200;
  });
});
