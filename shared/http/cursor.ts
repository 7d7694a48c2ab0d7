import { createHmac, timingSafeEqual } from 'node:crypto';
import { given } from '../domain/explained.ts';
import { HttpProblem, problem } from './problem.ts';

/** Makes and reads the opaque cursors of lists: signed, so that nobody comes to depend on what is in them. */
export interface Cursors {
  /** `list` names the list with all that selects its items: a cursor is of use for that list only. */
  seal(list: string, place: string): string;
  /** The place; throws the problem `invalid-cursor`, which names where the cursor was given (absent: in the parameter `cursor`). */
  open(list: string, cursor: string, at?: CursorPlace): string;
}

/** Where in a request a cursor is. */
export type CursorPlace = { readonly parameter: string } | { readonly pointer: string };

const signatureBytes = 16;

/** Cursors signed with HMAC-SHA-256 (128 bits kept) under the deployment's own key, so that they outlive every restart. */
export function signedCursors(key: string): Cursors {
  const sign = (list: string, place: string): Buffer =>
    createHmac('sha256', key).update(`${list}\n${place}`).digest().subarray(0, signatureBytes);
  return {
    seal: (list, place) => Buffer.concat([sign(list, place), Buffer.from(place)]).toString('base64url'),
    open: (list, cursor, at = { parameter: 'cursor' }) => {
      const bytes = Buffer.from(cursor, 'base64url');
      const place = bytes.subarray(signatureBytes).toString();
      const signature = bytes.subarray(0, signatureBytes);
      const genuine =
        signature.length === signatureBytes &&
        bytes.toString('base64url') === cursor &&
        timingSafeEqual(signature, sign(list, place));
      if (!genuine) throw invalidCursor(cursor, at);
      return place;
    },
  };
}

function invalidCursor(cursor: string, at: CursorPlace): HttpProblem {
  const expected = 'Expected a cursor of this list with these filters, unchanged, or none to start from the beginning';
  const detail = `${expected}, got ${given(cursor)}`;
  const place = 'parameter' in at ? at.parameter : at.pointer;
  return new HttpProblem(problem('invalid-cursor', { detail: `${place}: ${detail}`, errors: [{ ...at, detail }] }));
}
