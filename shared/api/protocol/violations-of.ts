import type * as z from 'zod';
import type { Violation } from './problem.ts';

/** A part of a request that has a schema of its own. */
export type RequestPart = 'path' | 'query' | 'headers' | 'body';

/** Every violation that a schema found, each with its place in the request; `base` is the JSON Pointer of what was parsed. */
export const violationsOf = (error: z.ZodError, part: RequestPart, base = ''): Violation[] =>
  error.issues.flatMap((issue) => violationsOfIssue(issue, part, base, []));

type Issue = z.core.$ZodIssue;

function violationsOfIssue(issue: Issue, part: RequestPart, base: string, above: readonly PropertyKey[]): Violation[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => violation(part, base, [...path, key], unknownName(part)));
  }
  const meant = issue.code === 'invalid_union' ? meantAlternatives(issue.errors) : [];
  if (meant.length > 0) return meant.flatMap((inner) => violationsOfIssue(inner, part, base, path));
  return [violation(part, base, path, issue.message)];
}

/** The issues of the one alternative whose kind (an object, a list) the value has; where none or several have it, the union speaks for itself. */
function meantAlternatives(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const ofItsKind = alternatives.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return ofItsKind.length === 1 ? (ofItsKind[0] ?? []) : [];
}

const unknownName = (part: RequestPart): string => (part === 'query' ? 'Unknown query parameter' : 'Unknown field');

function violation(part: RequestPart, base: string, path: readonly PropertyKey[], detail: string): Violation {
  if (part === 'body') return { pointer: base + path.map(pointerStep).join(''), detail };
  const name = String(path[0] ?? '');
  return part === 'headers' ? { header: name, detail } : { parameter: name, detail };
}

/** RFC 6901. */
const pointerStep = (step: PropertyKey): string => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
