import * as z from 'zod';

/** An opaque place in a list or in the feed. */
export const Cursor = z.string().max(2000).meta({ id: 'Cursor', description: 'Opaque: pass it back unchanged' });
