import * as z from 'zod';

/** A resource type that the local cloud runs, with the properties that it understands; any other property is refused. */
export interface RunTimeType<S extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly properties: S;
}

export const runs = <S extends z.ZodType>(type: string, properties: S): RunTimeType<S> => ({ type, properties });

/** A property that is understood and changes nothing on one machine. */
export const ignored = z.unknown().optional();

/** CloudFormation writes numbers as text where it likes. */
export const number = z.coerce.number();

/** CloudFormation writes booleans as text where it likes. */
export const boolean = z.union([z.boolean(), z.stringbool()]);
