import { once } from 'node:events';
import { personSignIn, type PersonTokens, type SignInSettings } from '#shared/client/person-sign-in.ts';
import { commandCallback } from '#shared/identity/command-callbacks.ts';
import { CommandFailed, exitCodes } from '../exit-codes.ts';
import { listenOnLoopback } from './loopback.ts';

export interface PersonLoginOptions {
  readonly settings: SignInSettings;
  /** Shows the address of the sign-in page, and opens it where there is a browser. */
  readonly show: (address: string) => void;
  readonly waitSeconds: number;
}

/** Signs a person in with their browser, and waits for them so long. */
export async function personLogin({ settings, show, waitSeconds }: PersonLoginOptions): Promise<PersonTokens> {
  const loopback = await listenOnLoopback();
  try {
    const signIn = personSignIn(settings);
    const redirectUri = commandCallback(loopback.port);
    const begun = await signIn.begin(redirectUri);
    show(begun.address);
    let outcome: PersonTokens | Error | undefined;
    // An address of another sign-in is refused, and waited on; one that the sign-in page refused ends it.
    const taken = loopback.next(async (address) => {
      const refused = address.searchParams.get('state') === begun.state && address.searchParams.get('error');
      if (typeof refused === 'string') {
        const said = `The sign-in page refused: ${address.searchParams.get('error_description') ?? refused}`;
        outcome = new CommandFailed(said, exitCodes['no-token']);
        return said;
      }
      outcome = await signIn.complete(address, begun, redirectUri);
      return 'Signed in. You can close this page.';
    });
    await Promise.race([taken, once(AbortSignal.timeout(waitSeconds * 1000), 'abort')]);
    outcome ??= new CommandFailed(`Nobody signed in within ${waitSeconds} s`, exitCodes['no-token']);
    if (outcome instanceof Error) throw outcome;
    return outcome;
  } finally {
    loopback.stop();
  }
}
