import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * Explains what was expected and what was given, where a schema has no message of its own: for zod's `error` of a
 * parse.
 */
export function explained(issue: Issue): string | undefined {
  const expected = expectation(issue);
  return expected === undefined ? undefined : `expected ${expected}, got ${sizeOf(issue) ?? given(issue.input)}`;
}

function expectation(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : issue.expected;
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${unitOf(issue.origin, issue.maximum)}`;
    case 'too_small':
      return `at least ${issue.minimum}${unitOf(issue.origin, issue.minimum)}`;
    case 'invalid_format':
      return issue.format === 'date'
        ? 'a day, such as 2025-01-16'
        : `text of the form ${issue.pattern ?? issue.format}`;
    case 'invalid_union':
      return 'one of the forms that the description of the API gives';
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return undefined;
  }
}

function unitOf(origin: string, count: number | bigint): string {
  const one = count === 1;
  if (origin === 'string') return one ? ' character' : ' characters';
  if (origin === 'array') return one ? ' entry' : ' entries';
  return '';
}

/** Returns the size of a value that is too large or too small to be shown. */
function sizeOf({ code, input }: Issue): string | undefined {
  if (code !== 'too_big' && code !== 'too_small') return undefined;
  return typeof input === 'string' || Array.isArray(input) ? String(input.length) : undefined;
}

const longestShown = 60;

/** Describes a given value, short enough for a sentence. */
export function given(input: unknown): string {
  if (input === undefined) return 'nothing';
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (typeof input === 'object' && input !== null) return 'an object';
  if (typeof input === 'number') return String(input);
  return JSON.stringify(
    typeof input === 'string' && input.length > longestShown ? `${input.slice(0, longestShown)}…` : input,
  );
}
