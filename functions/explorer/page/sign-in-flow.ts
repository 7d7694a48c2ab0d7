import { type BegunSignIn, personSignIn, type PersonTokens } from '#shared/client/person-sign-in.ts';
import { settings } from './settings.ts';

/** What must be remembered while the browser is at the sign-in page. */
interface Begun extends BegunSignIn {
  /** The view to return to. */
  readonly view: string;
}

const signIn = personSignIn(settings);
const redirectUri = `${location.origin}/explore`;
const begunKey = 'sign-in';

/** Leads the browser to the sign-in page (authorization code with PKCE), to come back to the present view. */
export async function beginSignIn(): Promise<void> {
  const { address, state, verifier } = await signIn.begin(redirectUri);
  const begun: Begun = { state, verifier, view: location.pathname + location.search };
  sessionStorage.setItem(begunKey, JSON.stringify(begun));
  location.assign(address);
}

/**
 * Exchanges the code that the sign-in page sent; undefined when the browser does not come from there. Shows the view of
 * before.
 */
export async function completeSignIn(): Promise<PersonTokens | undefined> {
  const stored = sessionStorage.getItem(begunKey);
  const here = new URL(location.href);
  if (stored === null || !here.searchParams.has('state')) return undefined;
  sessionStorage.removeItem(begunKey);
  const begun = JSON.parse(stored) as Begun;
  history.replaceState(null, '', begun.view);
  return signIn.complete(here, begun, redirectUri);
}

export const { renew: renewedTokens } = signIn;

/** Ends the session at the sign-in page, too. */
export function endSession(): void {
  const parameters = new URLSearchParams({ client_id: settings.clientId, logout_uri: redirectUri });
  location.assign(`${settings.signInUrl}/logout?${parameters.toString()}`);
}
