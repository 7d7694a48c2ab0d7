import { brotliDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { HttpReply } from '#shared/api/protocol/http-request.ts';
import { root } from '#infra/bundling/bundle-folders.ts';
import { pageAssets } from '#infra/bundling/page-assets.ts';

const { files } = await pageAssets(`${root}/functions/explorer/page`);
process.env.SOCKET_URL = 'wss://sockets.example/live';
const { explorer } = await import('#functions/explorer/explorer.ts');

const handler = explorer({
  readAsset: async (name) => {
    const file = files[name];
    if (file === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOENT' });
    return Buffer.from(file);
  },
  settings: { socketUrl: 'wss://sockets.example/live' },
});

/** Gets a path of the page as API Gateway passes it on. */
async function get(routeKey: string, proxy?: string, headers: Record<string, string> = {}): Promise<HttpReply> {
  const event = {
    version: '2.0',
    routeKey,
    rawPath: `/explore/${proxy ?? ''}`,
    rawQueryString: '',
    headers,
    isBase64Encoded: false,
    ...(proxy !== undefined && { pathParameters: { proxy } }),
    requestContext: { requestId: 'r', http: { method: 'GET' } },
  };
  return handler(event as unknown as APIGatewayProxyEventV2, {} as Context);
}

const names = Object.keys(files);
const script = names.find((name) => /^main-.*\.js$/.test(name)) ?? '';

describe('the page', () => {
  it('is where the root leads to', async () => {
    expect(await get('GET /')).toMatchObject({ statusCode: 302, headers: { Location: '/explore' } });
  });

  it.each([
    ['GET /explore', undefined],
    ['GET /explore/{proxy+}', 'relations/BGD-PAK'],
    ['GET /explore/{proxy+}', 'events/relation.BGD-PAK.1'],
  ])('is served for the address of every view: %s %s', async (route, proxy) => {
    const { statusCode, headers, body } = await get(route, proxy);
    expect({ statusCode, type: headers['Content-Type'] }).toEqual({
      statusCode: 200,
      type: 'text/html; charset=utf-8',
    });
    expect(headers['Cache-Control']).toBe('no-cache');
    expect(body).toContain(`src="/explore/${script}"`);
  });

  it('may run and load only what its own origin serves, and connect to the sockets', async () => {
    const { headers } = await get('GET /explore');
    const policy = headers['Content-Security-Policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('wss://sockets.example');
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
  });

  it('has no script, style or handler in its text', async () => {
    const { body } = await get('GET /explore');
    expect(body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('loads at most 250 KB before it can be used, compressed', () => {
    const { imports, style } = JSON.parse(String(Buffer.from(files['page.json'] ?? []))) as {
      imports: string[];
      style: string;
    };
    const bytes = [script, style, ...imports].map((name) => files[`${name}.br`]?.length ?? Number.NaN);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(250 * 1024);
  });

  it('has no view that makes it load more than 250 KB in all, compressed', () => {
    const compressed = Object.entries(files).filter(([name]) => name.endsWith('.br'));
    expect(compressed.reduce((sum, [, content]) => sum + content.length, 0)).toBeLessThanOrEqual(250 * 1024);
  });
});

describe('a script or style', () => {
  it('never changes under its name, and is compressed for those who can read it', async () => {
    const plain = await get('GET /explore/{proxy+}', script);
    const brotli = await get('GET /explore/{proxy+}', script, { 'accept-encoding': 'gzip, deflate, br' });
    expect(plain.headers).toMatchObject({
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
    expect(plain.headers['Content-Encoding']).toBeUndefined();
    expect(brotli.headers['Content-Encoding']).toBe('br');
    expect(brotliDecompressSync(Buffer.from(brotli.body, 'base64'))).toEqual(Buffer.from(plain.body, 'base64'));
  });

  it('is named by its content', () => {
    const code = names.filter((name) => /\.(js|css)$/.test(name));
    expect(code.length).toBeGreaterThan(3);
    expect(code.filter((name) => !/-[A-Z0-9]{8}\.(js|css)$/.test(name))).toEqual([]);
  });

  it('that does not exist is not found', async () => {
    expect(await get('GET /explore/{proxy+}', 'main-AAAAAAAA.js')).toMatchObject({ statusCode: 404 });
  });
});
