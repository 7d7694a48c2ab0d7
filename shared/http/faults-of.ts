import type * as z from 'zod';
import type { RequestContract } from './parse-request.ts';
import type { Fault } from './problem.ts';

/** Every fault that a schema found, each with its place in the request; `base` is the JSON Pointer of what was parsed. */
export const faultsOf = (error: z.ZodError, part: keyof RequestContract, base = ''): Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fault(part, base, [...issue.path, key], unknownName(part)))
      : [fault(part, base, issue.path, issue.message)],
  );

const unknownName = (part: keyof RequestContract): string =>
  part === 'query' ? 'Unknown query parameter' : 'Unknown field';

function fault(part: keyof RequestContract, base: string, path: readonly PropertyKey[], detail: string): Fault {
  if (part === 'body') return { pointer: base + path.map(pointerStep).join(''), detail };
  const name = path.map(String).join('.');
  return part === 'headers' ? { header: name, detail } : { parameter: name, detail };
}

/** RFC 6901. */
const pointerStep = (step: PropertyKey): string => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
