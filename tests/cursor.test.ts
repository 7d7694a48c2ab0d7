import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedCursors } from '#shared/cursor.ts';
import { problemOfRefused } from './support/requests.ts';

const cursors = signedCursors(() => ['key']);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });

const refusal = (open: () => unknown) => problemOfRefused(open).document;
const invalid = { type: 'urn:chancery:problem:invalid-cursor', status: 400 };

describe('a cursor', () => {
  it('leads back to its place, also after a restart', () => {
    fc.assert(
      fc.property(text, text, (list, place) => {
        expect(signedCursors(() => ['key']).verify(list, cursors.sign(list, place))).toBe(place);
      }),
    );
  });

  it('can be put into a URL as it is', () => {
    fc.assert(
      fc.property(text, text, (list, place) => {
        expect(cursors.sign(list, place)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('is refused when any of its bytes was changed', () => {
    fc.assert(
      fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, place, at, change) => {
        const bytes = Buffer.from(cursors.sign(list, place), 'base64url');
        bytes.writeUInt8(bytes.readUInt8(at % bytes.length) ^ change, at % bytes.length);
        expect(refusal(() => cursors.verify(list, bytes.toString('base64url')))).toMatchObject(invalid);
      }),
    );
  });

  it('is refused when it is cut, lengthened, or spelt in another way', () => {
    fc.assert(
      fc.property(text, fc.nat(), (place, at) => {
        const cursor = cursors.sign('feed', place);
        for (const other of [
          cursor.slice(0, at % cursor.length),
          `${cursor}A`,
          `${cursor}=`,
          ` ${cursor}`,
          `${cursor}\n`,
        ]) {
          expect(refusal(() => cursors.verify('feed', other))).toMatchObject(invalid);
        }
      }),
    );
  });

  it('is refused by another list', () => {
    fc.assert(
      fc.property(text, text, text, (list, other, place) => {
        fc.pre(list !== other);
        expect(refusal(() => cursors.verify(other, cursors.sign(list, place)))).toMatchObject(invalid);
      }),
    );
  });

  it('is refused under another key', () => {
    expect(refusal(() => signedCursors(() => ['another']).verify('feed', cursors.sign('feed', '7')))).toMatchObject(
      invalid,
    );
  });

  it.each(['', '7', 'null', '../..', 'ünïcode', 'A'.repeat(2000)])('is nothing that somebody made up: %j', (made) => {
    expect(refusal(() => cursors.verify('feed', made))).toMatchObject(invalid);
  });
});
