import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';

/**
 * Makes the schema of objects that their `type` chooses a schema for: like a discriminated union of `all`, which
 * describes it, but a parse needs no more than the chosen one. `refusal` says what is wrong with a type that has no
 * schema.
 */
export function chosenByType<All extends z.ZodType>(
  all: () => All,
  schemaOf: (type: unknown) => z.ZodType | undefined,
  refusal: (type: unknown) => string,
): z.ZodLazy<All> {
  const lazy = z.lazy(lazily(all));
  const parse: typeof lazy._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      payload.issues.push({ code: 'invalid_type', expected: 'object', input, inst: lazy });
      return payload;
    }
    const type: unknown = Reflect.get(input, 'type');
    const chosen = schemaOf(type);
    if (chosen !== undefined) return chosen._zod.run(payload, context);
    payload.issues.push({
      code: 'invalid_union',
      errors: [],
      message: refusal(type),
      input,
      path: ['type'],
      inst: lazy,
    });
    return payload;
  };
  // Whether a field with this schema may be absent is asked at each parse: without this, `all` would be made to find
  // out.
  Object.defineProperties(lazy._zod, { optin: { value: undefined }, optout: { value: undefined } });
  Object.assign(lazy._zod, { parse, run: parse });
  return lazy;
}
