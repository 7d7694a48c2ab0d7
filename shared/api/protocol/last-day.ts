import * as z from 'zod';

/** The schema of a last possible day, next to a field with the first. */
export const LastDay = z.iso.date().nullable().meta({ id: 'LastDay', description: 'The last such day' });
