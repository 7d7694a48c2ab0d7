import type * as z from 'zod';
import type { Violation } from './problem.ts';

/** A part of a request that has a schema of its own. */
export type RequestPart = 'path' | 'query' | 'headers' | 'body';

interface Place {
  readonly part: RequestPart;
  /** The JSON Pointer of what was parsed. */
  readonly base: string;
  readonly suggest: Suggest;
}

/**
 * Returns every violation that a schema found, each with its place in the request; `base` is the JSON Pointer of what
 * was parsed. Suggestions cost time: callers that parse several parts of a request give the same `suggest` to all.
 */
export const violationsOf = (
  error: z.ZodError,
  part: RequestPart,
  { base = '', suggest = suggestions() }: Partial<Omit<Place, 'part'>> = {},
): Violation[] => error.issues.flatMap((issue) => violationsOfIssue(issue, { part, base, suggest }, []));

type Issue = z.core.$ZodIssue;

function violationsOfIssue(issue: Issue, place: Place, above: readonly PropertyKey[]): Violation[] {
  const { part, base, suggest } = place;
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => violation(part, base, [...path, key], unknownName(part)));
  }
  const meant = issue.code === 'invalid_union' ? meantAlternatives(issue.errors) : [];
  if (meant.length > 0) return meant.flatMap((inner) => violationsOfIssue(inner, place, path));
  return [violation(part, base, path, issue.message + suggest(issue))];
}

/** Returns a suggestion, or an empty text. */
export type Suggest = (issue: Issue) => string;

/** Makes suggestions for as many issues at most: each compares a name with hundreds. */
export function suggestions(atMost = 20): Suggest {
  let left = atMost;
  return (issue) => {
    const suggestion: unknown = issue.code === 'custom' ? issue.params?.suggestion : undefined;
    if (!isSuggestion(suggestion) || left === 0) return '';
    left -= 1;
    return suggestion();
  };
}

/**
 * Schemas add to their issues what makes a suggestion, so that a function without such schemas does without their
 * tables.
 */
const isSuggestion = (value: unknown): value is () => string => typeof value === 'function';

/** Returns the issues of the only alternative of the value's kind (object, list); otherwise those of the union. */
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
