import * as z from 'zod';

const id = z.string().meta({ examples: ['timeline@2.2'] });

const GenerationStatus = z
  .object({
    id,
    version: z.int(),
    state: z.enum(['serving', 'arrived', 'building', 'retired', 'dropping', 'broken']).meta({
      description:
        '`serving`: queries read it; `arrived`: caught up; `building`: catching up; `retired`: of a former version; `dropping`: being removed; `broken`: kept up no more, rebuild it',
    }),
    position: z.int().meta({ description: 'The last global position it has' }),
    lag: z.int().meta({ description: 'Positions behind the end of the feed' }),
    setAside: z.int().meta({ description: 'Events that it goes without: `GET /quarantine` lists them' }),
  })
  .meta({ id: 'GenerationStatus' });

/** The response of `GET /projections`. */
export const GenerationList = z.object({
  head: z.int().meta({ description: 'The last global position' }),
  projections: z.array(z.object({ name: z.string(), serving: id, builds: z.array(GenerationStatus) })),
});
