import type { HttpResponse } from '#infra/local/cloud/http/http-response.ts';
import type { Person } from './local-people.ts';

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style =
  ':root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem}' +
  'button{font:inherit;display:block;width:100%;margin:.5rem 0;padding:.6rem;text-align:left}small{opacity:.8}';

const page = (status: number, title: string, body: string): HttpResponse => ({
  status,
  headers: {
    'content-type': 'text/html;charset=UTF-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  },
  body: Buffer.from(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${title}</title><style>${style}</style><main><h1>${title}</h1>${body}</main></html>`,
  ),
});

/** Shows the people who can sign in; a choice is posted to the page's own address. */
export const signInPage = (people: readonly Person[], client: string): HttpResponse =>
  page(
    200,
    'Sign in to Chancery',
    `<p>This is the local cloud: choose who to be for <strong>${escaped(client)}</strong>. There are no passwords.</p><form method="post">${people
      .map(
        ({ username, name, groups }) =>
          `<button name="user" value="${escaped(username)}">Continue as ${escaped(name)}<br><small>${escaped(groups.join(', ') || 'no group')}</small></button>`,
      )
      .join('')}</form>`,
  );

/** Says why a person cannot be led back to where they came from. */
export const signInRefused = (reason: string): HttpResponse =>
  page(400, 'Sign-in is not possible', `<p>${escaped(reason)}</p>`);
