/**
 * Matches a character that no text of a record has: a control character other than line breaks and tabs, a separator of
 * lines or paragraphs, a mark that changes the direction of writing, a tag, an invisible character other than the
 * joiners and variation selectors that scripts and emoji need, half of a pair, or U+FFFD, which replaces bytes that are
 * not UTF-8.
 */
const hidden =
  /[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb\ufffd]--[\n\r\t\u200c\u200d\p{Variation_Selector}]]/v;

/**
 * Matches a character that no name has: those, every separator but the space, joiners, selectors and the blank of
 * braille.
 */
const hiddenInName =
  /[[\p{Cc}\p{Cs}\p{Z}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb\ufffd\u2800]--[ ]]/v;

/** Matches a visible character: a letter, a digit, a mark or a sign. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Returns whether a text has a visible character. */
export const isVisible = (text: string): boolean => visible.test(text);

/** Returns the first character that a text or a name must not have, as `U+200B`; `undefined`: there is none. */
export function hiddenCharacter(text: string, kind: 'text' | 'name'): string | undefined {
  const [character] = (kind === 'name' ? hiddenInName : hidden).exec(text) ?? [];
  return character && `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Matches what is to become one space, and is not one already. */
const everySeparator = /[\p{Cc}\p{Z}]{2,}|(?! )[\p{Cc}\p{Z}]/gu;
/** Matches printable ASCII with single spaces, which most texts are: nothing has to be looked up in Unicode's tables. */
const isPlain = /^(?:[!-~]| (?! ))*$/;
const everyHidden = new RegExp(hiddenInName.source, 'gv');

/**
 * Returns a text as a name may be: separators and control characters as one space, other invisible ones removed, in
 * NFC.
 */
export const withoutHidden = (text: string): string =>
  isPlain.test(text)
    ? text.trim()
    : text.toWellFormed().replaceAll(everySeparator, ' ').replaceAll(everyHidden, '').normalize('NFC').trim();
