import { dyadSuggestion } from '#shared/domain/parties/dyad-suggestion.ts';
import { parseDyad } from '#shared/domain/parties/parties.ts';
import type { HttpReply, HttpRequest } from './http-request.ts';
import { type HttpProblem, problemAt } from './problem.ts';

/**
 * Handles a request below `/relations/{dyad}` about the canonical dyad; codes in the other order lead there by 308,
 * with the query. `rest` is what follows the dyad in the path. Throws a problem, 404, when the text is no dyad.
 */
export async function forDyad(
  request: HttpRequest,
  { dyad: given, rest }: { readonly dyad: string; readonly rest: '' | `/${string}` },
  handle: (dyad: string) => Promise<HttpReply>,
): Promise<HttpReply> {
  const dyad = parseDyad(given);
  if (dyad === undefined)
    throw noDyad(`${given} is not a dyad: expected two party codes, such as BGD-PAK${dyadSuggestion(given)}`);
  return dyad.canonical ? handle(dyad.dyad) : seeOther(`/relations/${dyad.dyad}${rest}`, request.rawQueryString);
}

const noDyad = (detail: string): HttpProblem => problemAt('not-found', [{ parameter: 'dyad', detail }]);

const seeOther = (path: string, query: string): HttpReply => ({
  statusCode: 308,
  headers: { Location: query === '' ? path : `${path}?${query}` },
  body: '',
});
