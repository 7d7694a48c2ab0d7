import { computed, signal } from '@preact/signals';
import type { Scope } from '#shared/identity/scopes.ts';
import { type PersonTokens, renewedBeforeMs } from '#shared/client/person-sign-in.ts';
import { beginSignIn, completeSignIn, endSession, renewedTokens } from './sign-in-flow.ts';

/** The tokens, in memory only; undefined: nobody is signed in. */
const tokens = signal<PersonTokens | undefined>(undefined);

/** Why a sign-in failed. */
export const signInProblem = signal<unknown>(undefined);

/** That somebody was signed in here before the page was loaded again; not who, and no token. */
const wasSignedInKey = 'was-signed-in';

interface Claims {
  readonly sub?: string;
  readonly username?: string;
  readonly scope?: string;
  readonly exp?: number;
}

/** What the token says of itself. The API verifies it; here it only decides which forms are shown. */
const claims = computed((): Claims => (tokens.value === undefined ? {} : claimsOf(tokens.value.access)));

export const isSignedIn = computed(() => tokens.value !== undefined);

export const personName = computed(() => tokens.value?.name ?? claims.value.username ?? claims.value.sub);

/** Whether the token has a scope. */
export const may = (scope: Scope): boolean => (claims.value.scope ?? '').split(' ').includes(scope);

/**
 * Completes a sign-in that the browser comes back from. After the page was loaded again it asks the sign-in page anew,
 * which knows the person for a while and then shows nothing.
 */
export async function resumeSession(): Promise<void> {
  try {
    const completed = await completeSignIn();
    if (completed !== undefined) {
      sessionStorage.setItem(wasSignedInKey, 'yes');
      tokens.value = completed;
    } else if (sessionStorage.getItem(wasSignedInKey) !== null) {
      sessionStorage.removeItem(wasSignedInKey); // a sign-in that fails is not begun again and again
      await beginSignIn();
    }
  } catch (error) {
    signInProblem.value = error;
  }
}

/** Takes an access token as it is; throws when it is none. */
export function signInWith(access: string): void {
  const { exp = 0 } = claimsOf(access);
  tokens.value = { access, refresh: undefined, expiresAt: exp * 1000, name: undefined };
}

/** Forgets the tokens; of a person who signed in, also the session. */
export function signOut(): void {
  const isPerson = sessionStorage.getItem(wasSignedInKey) !== null;
  forget();
  if (isPerson) endSession();
}

/** Forgets the tokens, when the API refuses them. */
export function forget(): void {
  sessionStorage.removeItem(wasSignedInKey);
  tokens.value = undefined;
}

let renewing: Promise<PersonTokens> | undefined;

/** The token to send with a request, renewed before it expires. */
export async function currentToken(): Promise<string | undefined> {
  const { value } = tokens;
  if (value?.refresh === undefined || value.expiresAt - Date.now() > renewedBeforeMs) return value?.access;
  renewing ??= renewedTokens(value).finally(() => {
    renewing = undefined;
  });
  tokens.value = await renewing;
  return tokens.value.access;
}

function claimsOf(text: string): Claims {
  const [, payload = ''] = text.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
}
