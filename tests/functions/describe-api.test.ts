import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { invoke, service } from '#tests/support/service.ts';

const handler = service().functions['describe-api'];
const asset = async (name: string, headers: Record<string, string> = {}) =>
  invoke(handler, { route: 'GET /docs/{asset}', path: `/docs/${name}`, parameters: { asset: name }, headers });

describe('the description of the API', () => {
  it('is an OpenAPI document', async () => {
    const { statusCode, headers, body } = await invoke(handler, { path: '/openapi.json' });
    expect({ statusCode, type: headers['Content-Type'] }).toEqual({ statusCode: 200, type: 'application/json' });
    expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0' });
  });

  it('has beside it what subscribers receive, as an AsyncAPI document', async () => {
    const { statusCode, body } = await invoke(handler, { path: '/asyncapi.json' });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ asyncapi: '3.0.0' });
  });

  it('is a page that loads only what this API serves', async () => {
    const { headers, body } = await invoke(handler, { path: '/docs' });
    expect(headers).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': expect.stringContaining("default-src 'self'"),
    });
    const loaded = [...body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
    expect(loaded.length).toBeGreaterThan(0);
    for (const address of loaded) {
      expect(address).toMatch(/^\/docs\//);
      expect((await asset(address.replace('/docs/', ''))).statusCode).toBe(200);
    }
  });

  it('serves the renderer, compressed for those who can read that', async () => {
    const plain = await asset('swagger-ui.css');
    expect(plain.headers).toMatchObject({ 'Content-Type': 'text/css', Vary: 'Accept-Encoding' });
    expect(Buffer.from(plain.body, 'base64').toString()).toBe('the file swagger-ui.css');
    const small = await asset('swagger-ui.css', { 'accept-encoding': 'br, gzip' });
    expect(small.headers).toMatchObject({ 'Content-Encoding': 'gzip' });
    expect(gunzipSync(Buffer.from(small.body, 'base64')).toString()).toBe('the file swagger-ui.css');
  });

  it.each(['nothing.js', '../index.mjs', 'constructor', '__proto__'])('has no other file: %s', async (name) => {
    expect(await asset(name)).toMatchObject({ statusCode: 404 });
  });
});
