import type { pageRoutes } from '#shared/api/routes.ts';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';
import { type Begins, pageText, type PageSettings } from './page-text.ts';

/** The ports of the routes of the explorer. */
export interface PagePorts {
  /** Reads a file that lies next to the bundle. */
  readonly readAsset: (name: string) => Promise<Buffer>;
  readonly settings: PageSettings;
}

/** Headers of every response: the page runs what this function serves, and nothing else. */
const guarded = (connect: readonly string[]): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Strict-Transport-Security': 'max-age=31536000',
});

const redirect: Resource<PagePorts> = {
  handle: () => ({ statusCode: 302, headers: { Location: '/explore', 'Cache-Control': 'no-cache' }, body: '' }),
};

/** The name of a script or style; the path of a view is another. */
const assetName = /^[\w-]+\.(js|css)$/;

const page: Resource<PagePorts> = {
  handle: async (ports, request) => {
    const { proxy = '' } = request.pathParameters ?? {};
    return assetName.test(proxy) ? asset(ports, request, proxy) : html(ports);
  },
};

/** The code of every route of the explorer. */
export const pageResources: Readonly<Record<(typeof pageRoutes)[number], Resource<PagePorts>>> = {
  'GET /': redirect,
  'GET /explore': { handle: html },
  'GET /explore/{proxy+}': page,
};

async function html({ readAsset, settings }: PagePorts): Promise<HttpReply> {
  const begins = JSON.parse((await readAsset('page.json')).toString()) as Begins;
  return {
    statusCode: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      ...guarded([new URL(settings.socketUrl).origin]),
    },
    body: pageText(begins, settings),
  };
}

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

async function asset({ readAsset }: PagePorts, { headers }: HttpRequest, name: string): Promise<HttpReply> {
  const brotli = /\bbr\b/.test(headers['accept-encoding'] ?? '');
  const content = await readAsset(brotli ? `${name}.br` : name).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw notFound(`There is no file ${name}`);
    throw error;
  });
  const [, extension = ''] = name.split('.');
  return {
    statusCode: 200,
    headers: {
      'Content-Type': `${types[extension]}; charset=utf-8`,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(brotli && { 'Content-Encoding': 'br' }),
      ...guarded([]),
    },
    body: content.toString('base64'),
    isBase64Encoded: true,
  };
}
