import * as z from 'zod';
import { command, commandLine, wholeNumber } from './command-line.ts';
import { Refusal } from './refusal.ts';

const help = `Prints an access token of the running local cloud.

npm run -s token -- [--scope "chancery/append chancery/read"] [--sub NAME] [--expires-in SECONDS] [--url http://127.0.0.1:3000]

  --scope       scopes separated by spaces (default: all)
  --sub         the subject, which becomes the events' recordedBy
  --expires-in  the lifetime in seconds; negative (--expires-in=-60) for a token that has expired
  --url         where the local cloud answers
`;

const replySchema = z.object({
  access_token: z.string().optional(),
  error: z.string().optional(),
  error_description: z.string().optional(),
});

await command(async () => {
  const flags = commandLine({
    scope: { type: 'string' },
    sub: { type: 'string' },
    'expires-in': { type: 'string' },
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    help: { type: 'boolean', default: false },
  });
  if (flags.help) {
    process.stdout.write(help);
    return;
  }
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'local', client_secret: 'local' });
  if (flags.scope !== undefined) form.set('scope', flags.scope);
  if (flags.sub !== undefined) form.set('sub', flags.sub);
  if (flags['expires-in'] !== undefined) form.set('expires_in', String(wholeNumber('expires-in', flags['expires-in'])));

  const reply = await fetch(new URL('/oauth2/token', flags.url), { method: 'POST', body: form }).catch(() => {
    throw new Refusal(`Nothing answers at ${flags.url}: start the local cloud with npm start, or say where with --url`);
  });
  const { access_token: token, error, error_description: detail } = replySchema.parse(await reply.json());
  if (token === undefined)
    throw new Refusal(`No token: ${error ?? `status ${reply.status}`}${detail === undefined ? '' : `, ${detail}`}`);
  process.stdout.write(`${token}\n`);
});
