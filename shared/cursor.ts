import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where in a request a cursor is. */
export type CursorPlace = { readonly parameter: string } | { readonly pointer: string };

/** A cursor that was made up, changed, or made for another list. */
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

/** Makes and reads the opaque cursors of lists: signed, so that nobody comes to depend on what is in them. */
export interface Cursors {
  /** `list` names the list with all that selects its items: a cursor is of use for that list only. */
  seal(list: string, place: string): string;
  /** The place; throws `InvalidCursor`, which names where the cursor was given (absent: in the parameter `cursor`). */
  open(list: string, cursor: string, at?: CursorPlace): string;
}

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
      if (!genuine) throw new InvalidCursor(cursor, at);
      return place;
    },
  };
}
