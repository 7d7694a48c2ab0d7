import * as z from 'zod';

/** The schema of the last possible day of something whose first day stands beside it. */
export const LastDay = z.iso.date().nullable().meta({ id: 'LastDay', description: 'The last such day' });
