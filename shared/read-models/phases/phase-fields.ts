import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { SignName } from './phases-request.ts';
import { Month } from '#shared/api/protocol/list-parameters.ts';

/** The response where too little is known, with the reason. */
const TooLittle = z
  .object({
    status: z.literal('too-little'),
    reason: z.string().meta({ examples: ['scored events on record: 9, needed: 16'] }),
  })
  .meta({ id: 'TooLittle', description: 'Too little is known to say whether something changed' });

/** Ids of events, the first or last of them. */
export const EventIdList = z.array(EventId).max(50).meta({ id: 'EventIdList' });

const words = z.array(z.string()).meta({
  id: 'AnalystWords',
  description: 'Sentences that an analyst may use',
  examples: [['contacts rose from 0.092 to 3.4 a year in August 2024, Bayes factor 186']],
});

const Rate = z
  .object({ perYear: z.number(), low: z.number(), high: z.number() })
  .meta({ id: 'Rate', description: 'Events a year, with the 95 % credible interval' });
const MonthProbability = z.object({ month: Month, probability: z.number() }).meta({ id: 'MonthProbability' });
const ids = z
  .object({ ids: EventIdList, more: z.int().meta({ description: 'How many more there are' }) })
  .meta({ id: 'EventIds' });

const TempoChange = z
  .object({
    kind: z.enum(['rise', 'fall']),
    month: Month.meta({ description: 'The first month of the new rate' }),
    posterior: z.object({ likely: z.array(MonthProbability).max(24), from: Month, to: Month }).meta({
      description: 'The months that hold 95 % of the probability, and the central 95 %',
    }),
    before: Rate,
    after: Rate,
    bayesFactor: z.number().meta({ description: 'Of a change against none; at most 10^12' }),
    evidence: z.object({ before: ids, after: ids }).meta({ description: 'The events on either side' }),
  })
  .meta({ id: 'TempoChange' });

const TempoAnalysis = z
  .object({
    status: z.literal('analysed'),
    sign: SignName,
    from: Month,
    to: Month,
    basis: z
      .enum(['recorded', 'constant'])
      .meta({ description: 'Whether exposure follows what was recorded each month' }),
    segments: z.array(z.object({ from: Month, to: Month, count: z.number(), exposure: z.number(), rate: Rate })),
    changes: z.array(TempoChange),
    now: z
      .object({
        probability: z.number().meta({ description: 'That the rate changed in the last 6 months' }),
        isAlarm: z.boolean().meta({ description: 'Whether that is above 0.9' }),
        posterior: z.array(MonthProbability),
        month: Month,
        before: Rate,
        after: Rate,
        alarms: z.array(z.object({ raised: Month, month: Month, probability: z.number() })).max(24),
      })
      .nullable()
      .meta({ description: 'What the last months show; null before the series has 24 months' }),
    dispersion: z
      .number()
      .nullable()
      .meta({ description: 'Variance of the counts over that of the model; far above 1: bursts' }),
    detectable: z
      .object({ perYear: z.number(), riseTo: z.number(), fallTo: z.number().nullable() })
      .nullable()
      .meta({ description: 'The smallest changes of the last year that would have been seen four times in five' }),
  })
  .meta({ id: 'TempoAnalysis' });

/** Tempo of one sign. */
export const TempoChannel = z
  .object({ words, analysis: z.discriminatedUnion('status', [TempoAnalysis, TooLittle]) })
  .meta({ id: 'TempoChannel' });

const ToneSegment = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    n: z.int(),
    mean: z.number(),
    low: z.number(),
    high: z.number(),
    events: EventIdList,
  })
  .meta({ id: 'ToneSegment', description: 'Events that share a mean score, with its 95 % interval' });

const toneKind = z.enum(['better', 'worse']);

const ToneAnalysis = z
  .object({
    status: z.literal('analysed'),
    n: z.int(),
    omitted: z.int().meta({ description: 'How many earlier events were left out: a series has the latest 5000' }),
    deviation: z.number(),
    segments: z.array(ToneSegment),
    changes: z.array(z.object({ kind: toneKind, day: z.iso.date(), before: ToneSegment, after: ToneSegment })),
    alarms: z
      .array(
        z.object({
          kind: toneKind,
          start: z.iso.date(),
          end: z.iso.date().nullable(),
          z: z.number(),
          peakDay: z.iso.date(),
          recent: z.number(),
          reference: z.number(),
          events: EventIdList,
        }),
      )
      .max(24)
      .meta({ description: 'Times in which the last 60 days differed from the 730 before by 3 standard errors' }),
    detectable: z
      .number()
      .nullable()
      .meta({ description: 'The least shift of the last year that would have been seen' }),
  })
  .meta({ id: 'ToneAnalysis' });

/** Tone of a relation. */
export const ToneChannel = z.object({ words, analysis: z.discriminatedUnion('status', [ToneAnalysis, TooLittle]) });
