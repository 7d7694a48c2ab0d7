import * as z from 'zod';
import { QuadClass } from '#shared/domain/scoring/cameo.ts';
import { newestScoring } from '#shared/domain/scoring/scoring.ts';
import { mostMultilateralRows } from './multilateral-days.ts';

const figure = (description: string, example: number) => z.number().meta({ description, examples: [example] });
const figureOrNull = (description: string, example: number) =>
  z
    .number()
    .nullable()
    .meta({ description, examples: [example] });

/** Which events are scored, in words: the same for all queries of scores. */
export const whatIsScored =
  'Scored are events that were `held` and not withdrawn, of a type that weighs something, for each dyad of their participants; ' +
  'parties on the same side are not scored against each other, observers with nobody. ' +
  'An event counts on its first possible day; dated to more than a month, in each by overlap; ' +
  'to more than a year, not at all. A visit and its parts (`partOf`) score once for each dyad and sign, by the one ' +
  'with the highest w·|s|; open suspects of a day share their weight. An event of more than eight parties counts in each pair with its weight divided by n − 1. ' +
  's is the score on the scale, w the factor of the credibility: 1: 1, 2: .8, 3: .5, 4: .2, 5: 0, 6 and not assessed: .3. ' +
  `Tables: ${newestScoring.tables.join(', ')}.`;

/** What scored events add up to. */
export const summaryFields = {
  n: z
    .number()
    .min(0)
    .meta({
      description: 'How many events are scored; fractions of those divided among months or suspects',
      examples: [3],
    }),
  weight: figure('Σ w', 2.3),
  mean: figureOrNull('Σ w·s / Σ w; null where n = 0', 2.25),
  min: figureOrNull('The lowest score', -2),
  max: figureOrNull('The highest score', 7),
  interval: z
    .object({ low: z.number(), high: z.number() })
    .nullable()
    .meta({
      id: 'MeanInterval',
      description:
        "Where the mean lies with 95 % confidence, by Student's t over the scores of the events; null where n < 2",
      examples: [{ low: -1.2, high: 5.7 }],
    }),
  quadClasses: z
    .record(QuadClass, z.number())
    .meta({ id: 'QuadClassShares', description: 'How many events of each quad class' }),
};

/** Says whether a score is complete. */
export const multilateralCut = z.boolean().meta({
  description: `Whether older multilateral events were left out: the newest ${mostMultilateralRows} of both parties are read`,
});

/** The index of a relation. */
export const Index = z
  .object({
    slow: figure('S = Σ w·s·2^(-(t-d)/180) / (2 + Σ w·2^(-(t-d)/180)), over the events of day d up to day t', 3.1),
    fast: figure('F = (Σ w·s·2^(-(t-d)/30) + 4·S) / (Σ w·2^(-(t-d)/30) + 4)', 4.2),
    weight: figure('Σ w·2^(-(t-d)/180): what S rests on; 0: nothing is known', 11.5),
  })
  .meta({ id: 'RelationIndex', description: 'Half of an event is forgotten after 180 days (slow) or 30 days (fast)' });
