import * as z from 'zod';
import { keysOf } from '#shared/keys-of.ts';
import { correctionTypes, type CorrectionTypeName } from '#shared/domain/corrections/correction-types.ts';
import { type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import { slug } from '#shared/domain/events/text.ts';
import { unknownType } from '#shared/domain/events/unknown-type.ts';

/** A type of event or of correction. */
export const TypeName = z.enum(
  [...keysOf(eventTypes), ...keysOf(correctionTypes)] as [EventTypeName | CorrectionTypeName],
  { error: ({ input }) => unknownType(input) },
);

export const Topic = slug(60);

/** The lowest accepted credibility on the Admiralty scale. */
export const MinCredibility = z
  .int('Expected a credibility from 1 to 6')
  .min(1)
  .max(6)
  .meta({ description: 'Admiralty credibility at least this good: 1 confirmed … 5 improbable, 6 all' });

/** Returns values without repetitions, in their order. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
