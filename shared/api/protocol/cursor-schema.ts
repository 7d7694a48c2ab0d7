import * as z from 'zod';

/** An opaque place in a list or in the feed. */
export const Cursor = z.string().max(2000).meta({ id: 'Cursor', description: 'Opaque: pass it back unchanged' });

/** Where the page that follows begins; null after the last one. */
export const NextCursor = Cursor.nullable().meta({
  id: 'NextCursor',
  description: 'Opaque: the `cursor` of the page that follows; null: this is the last one',
});
