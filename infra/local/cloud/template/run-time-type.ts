import * as z from 'zod';
import type { Template } from './assembly.ts';

/**
 * A resource type that the local cloud runs, with the properties that it understands; any other property is refused.
 */
export interface RunTimeType<S extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly properties: S;
  /** Selects among the resources of the type, where AWS has one type for several things. */
  readonly only?: Selection;
}

/** Whether a resource with these properties, resolved but not checked, is meant. */
export type Selection = (properties: Readonly<Record<string, unknown>>, template: Template) => boolean;

export const runs = <S extends z.ZodType>(type: string, properties: S, only?: Selection): RunTimeType<S> => ({
  type,
  properties,
  ...(only !== undefined && { only }),
});

/** A property that is understood and changes nothing on one machine. */
export const ignored = z.unknown().optional();

/** CloudFormation writes numbers as text where it likes. */
export const number = z.coerce.number();

/** CloudFormation writes booleans as text where it likes. */
export const boolean = z.union([z.boolean(), z.stringbool()]);
