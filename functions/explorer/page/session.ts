import { computed, signal } from '@preact/signals';

/** The access token, in memory only; undefined: nobody is signed in. */
const token = signal<string | undefined>(undefined);

interface Claims {
  readonly sub?: string;
  readonly scope?: string;
  readonly exp?: number;
}

/** What the token says of itself. The API verifies it; here it only decides which forms are shown. */
const claims = computed((): Claims => (token.value === undefined ? {} : claimsOf(token.value)));

export const isSignedIn = computed(() => token.value !== undefined);

export const subject = computed(() => claims.value.sub);

/** Whether the token has a scope, such as `append`. */
export const may = (scope: 'read' | 'append' | 'subscribe' | 'operate' | 'curate'): boolean =>
  (claims.value.scope ?? '').split(' ').includes(`chancery/${scope}`);

/** Takes a token; throws when it is none. */
export function signInWith(text: string): void {
  claimsOf(text);
  token.value = text;
}

export function signOut(): void {
  token.value = undefined;
}

/** The token to send with a request. */
export const currentToken = (): string | undefined => token.value;

function claimsOf(text: string): Claims {
  const [, payload = ''] = text.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
}
