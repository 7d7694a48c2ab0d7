import * as z from 'zod';
import { ApiUnreachable } from '#shared/client/api-problem.ts';
import { CommandFailed } from '../exit-codes.ts';

/** What the explorer's page says of a deployment. */
const Settings = z.object({
  socketUrl: z.string(),
  signInUrl: z.string(),
  issuer: z.string(),
  clientId: z.string(),
});

/** Reads where people of a deployment sign in: its explorer says it, in a tag of the page. */
export async function readSignInSettings(url: string): Promise<z.output<typeof Settings>> {
  const address = new URL('/explore', url);
  const response = await fetch(address).catch((error: unknown) => {
    throw new ApiUnreachable(`Nothing responds at ${url}`, { cause: error });
  });
  const content = /<meta name="chancery-settings" content="([^"]*)">/.exec(await response.text())?.[1];
  const read = Settings.safeParse(content === undefined ? undefined : JSON.parse(unquoted(content)));
  if (!read.success)
    throw new CommandFailed(
      `${address.href} does not say where people sign in: sign a program in, with --client-id and --client-secret`,
    );
  return read.data;
}

const unquoted = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
