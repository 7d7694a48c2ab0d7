import type { FeedHead } from '#shared/feed/blocks/block.ts';

export type { FeedHead } from '#shared/feed/blocks/block.ts';

/** Reads a head of the feed from `POSITION:HASH`; `undefined`: the text is none. */
export function feedHeadIn(text: string): FeedHead | undefined {
  const [, position, hash = ''] = /^([1-9]\d{0,15}):([\w-]{43})$/.exec(text) ?? [];
  return position === undefined ? undefined : { position: Number(position), hash };
}
