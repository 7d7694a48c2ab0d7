import * as z from 'zod';
import { name, slug, text } from './text.ts';
import { hiddenCharacter } from './visible-characters.ts';

const isWebAddress = (value: string) =>
  hiddenCharacter(value, 'name') === undefined && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);

/** The fields of a source's own record at most, and their bytes as JSON. */
export const maxSourceFields = 64;
export const maxSourceBytes = 4096;

const sourceFields = z
  .record(name(60), text(1000))
  .refine((fields) => Object.keys(fields).length <= maxSourceFields, {
    error: `expected at most ${maxSourceFields} fields`,
  })
  .refine((fields) => new TextEncoder().encode(JSON.stringify(fields)).length <= maxSourceBytes, {
    error: `expected fields of at most ${maxSourceBytes} bytes as JSON`,
  })
  .meta({ description: 'What the source says and no field of an event has a place for, under its own names' });

/** One report of an event. Reports with the same `origin`, such as one press release, count as one source. */
export const Report = z
  .strictObject({
    publisher: name(120),
    title: text(300).optional(),
    url: z
      .string()
      .max(500)
      .refine(isWebAddress, { error: 'expected an http or https address without invisible characters' })
      .meta({ format: 'uri' })
      .optional(),
    reference: text(120).optional().meta({ description: "The publisher's own identifier of the report" }),
    publishedOn: z.iso.date().optional(),
    origin: slug(60).optional().meta({ description: 'What the report rests on, such as one press release' }),
    source: z.strictObject({ fields: sourceFields }).optional(),
  })
  .meta({ id: 'Report' });
export type Report = z.output<typeof Report>;

/** The reports of an event, and its assessment by the Admiralty code (NATO AJP-2.1), absent until it is assessed. */
export const Evidence = z
  .strictObject({
    reliability: z
      .enum(['A', 'B', 'C', 'D', 'E', 'F'])
      .optional()
      .meta({ description: 'Of the source: A completely reliable … E unreliable, F cannot be judged' }),
    credibility: z
      .literal([1, 2, 3, 4, 5, 6], { error: 'expected a credibility from 1 to 6' })
      .optional()
      .meta({ description: 'Of the information: 1 confirmed by other sources … 5 improbable, 6 cannot be judged' }),
    reports: z.array(Report).min(1).max(50).optional(),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.output<typeof Evidence>;
