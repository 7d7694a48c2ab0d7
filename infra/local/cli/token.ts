import { command, commandLine, webAddress, wholeNumber } from './command-line.ts';
import { requestToken } from './request-token.ts';

const help = `Prints an access token of the running local cloud.

npm run -s token -- [--client NAME] [--scope "chancery/append chancery/read"] [--sub NAME] [--expires-in SECONDS]
                    [--url http://127.0.0.1:3000]

  --client      a client of infra/stages/local.json (default: the first)
  --scope       scopes separated by spaces (default: all that the client has)
  --sub         the subject, which becomes the events' recordedBy.subject (default: the client)
  --expires-in  the lifetime in seconds; negative (--expires-in=-60) for a token that has expired
  --url         the address of the local cloud
`;

await command(async () => {
  const flags = commandLine({
    client: { type: 'string' },
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
  const { url, client, scope, sub, 'expires-in': lifetime } = flags;
  const expiresIn = lifetime === undefined ? undefined : wholeNumber('expires-in', lifetime);
  const token = await requestToken(webAddress(url), { client, scope, sub, expiresIn });
  process.stdout.write(`${token}\n`);
});
