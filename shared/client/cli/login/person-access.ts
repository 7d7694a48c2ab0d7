import type { AccessTokens } from '#shared/client/access-tokens.ts';
import { NoToken } from '#shared/client/chancery.ts';
import { personSignIn, renewedBeforeMs } from '#shared/client/person-sign-in.ts';
import { keepLogin, type PersonLogin } from './kept-login.ts';

/** Gives the access token of a person who signed in; renews it before it expires, and keeps the new one. */
export function personAccess(kept: PersonLogin): AccessTokens {
  let { tokens } = kept;
  let renewing: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    if (tokens.refresh === undefined) throw new NoToken('The sign-in has expired: "chancery login" begins another');
    const { refresh, name } = tokens;
    const renewed = await personSignIn(kept)
      .renew({ refresh, name })
      .catch((error: unknown) => {
        throw new NoToken('The sign-in has expired: "chancery login" begins another', { cause: error });
      });
    tokens = { access: renewed.access, refresh: renewed.refresh, expiresAt: renewed.expiresAt, name: renewed.name };
    await keepLogin({ ...kept, tokens });
    return tokens.access;
  };
  return {
    token: async () => {
      if (tokens.expiresAt - Date.now() > renewedBeforeMs) return tokens.access;
      renewing ??= renew().finally(() => (renewing = undefined));
      return renewing;
    },
    forget: (token) => {
      if (tokens.access === token) tokens = { ...tokens, expiresAt: 0 };
    },
  };
}
