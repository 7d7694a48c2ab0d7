import * as z from 'zod';
import { explained } from '#shared/domain/events/explained.ts';
import { Category, StreamName } from '#shared/domain/streams/stream-name.ts';

/** The stream of a path, `{category}/{id}`. */
export const StreamPath = z
  .object({
    category: Category.meta({ description: 'The kind of stream' }),
    id: z.string().meta({ description: 'The stream within its category, for a relation the dyad' }),
  })
  .transform(({ category, id }, context) => {
    const stream = StreamName.safeParse(`${category}/${id}`, { error: explained });
    if (stream.success) return stream.data;
    for (const { message } of stream.error.issues) context.addIssue({ code: 'custom', path: ['id'], message });
    return z.NEVER;
  });
