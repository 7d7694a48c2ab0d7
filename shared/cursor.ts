import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.ts';

/** The place of a cursor in a request. */
export type CursorPlace = { readonly parameter: string } | { readonly pointer: string };

/** Reports a cursor that was invented, changed, or made for another list. */
export class InvalidCursor extends Error {
  readonly cursor: string;
  readonly at: CursorPlace;

  constructor(cursor: string, at: CursorPlace) {
    super('Expected a cursor of this list with these filters, unchanged, or none to start from the beginning');
    this.name = 'InvalidCursor';
    this.cursor = cursor;
    this.at = at;
  }
}

/** Signs and verifies the opaque cursors of lists. */
export interface Cursors {
  /** Signs a place in a list; `list` names it with all that selects its items, and a cursor is valid for it only. */
  sign(list: string, place: string): string;
  /** Returns the place; throws `InvalidCursor` with the origin of the cursor (absent: the parameter `cursor`). */
  verify(list: string, cursor: string, at?: CursorPlace): string;
}

const signatureBytes = 16;

/**
 * Signs cursors with HMAC-SHA-256 (128 bits kept) under the newest key of the deployment, so that they survive
 * restarts, and verifies them under any, so that they survive the replacement of a key.
 */
export function signedCursors(keys: Keys): Cursors {
  const signatureOf = (key: string, list: string, place: string): Buffer =>
    createHmac('sha256', key).update(`${list}\n${place}`).digest().subarray(0, signatureBytes);
  return {
    sign: (list, place) =>
      Buffer.concat([signatureOf(keys()[0], list, place), Buffer.from(place)]).toString('base64url'),
    verify: (list, cursor, at = { parameter: 'cursor' }) => {
      const bytes = Buffer.from(cursor, 'base64url');
      const place = bytes.subarray(signatureBytes).toString();
      const signature = bytes.subarray(0, signatureBytes);
      const genuine =
        signature.length === signatureBytes &&
        bytes.toString('base64url') === cursor &&
        keys().some((key) => timingSafeEqual(signature, signatureOf(key, list, place)));
      if (!genuine) throw new InvalidCursor(cursor, at);
      return place;
    },
  };
}
