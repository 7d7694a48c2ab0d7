import { Refusal } from '#infra/local/refusal.ts';

/** Whether an event matches. */
export type EventPattern = (event: unknown) => boolean;

type ValueTest = (value: unknown) => boolean;

/**
 * Compiles an event pattern as EventBridge rules and Lambda filters use it: exact values, `prefix`, `suffix`, `equals-ignore-case`, `wildcard`,
 * `anything-but`, `numeric`, `exists`, `$or` and nesting. Throws a `Refusal` for a matcher that is not understood.
 * Source: the EventBridge user guide, "Comparison operators for use in event patterns".
 */
export function eventPattern(pattern: unknown): EventPattern {
  if (!isRecord(pattern)) throw notUnderstood(pattern);
  const tests = Object.entries(pattern).map(([name, expected]): EventPattern => {
    if (name === '$or' && Array.isArray(expected)) {
      const choices = expected.map(eventPattern);
      return (event) => choices.some((choice) => choice(event));
    }
    const test = Array.isArray(expected) ? leaf(expected) : nested(eventPattern(expected));
    return (event) => test(isRecord(event) ? event[name] : undefined);
  });
  return (event) => tests.every((test) => test(event));
}

/** Inside a list of objects, all of a nested pattern must hold for one and the same element. */
function nested(pattern: EventPattern): ValueTest {
  return (value) => (Array.isArray(value) ? value.some((element) => pattern(element)) : pattern(value));
}

function leaf(matchers: readonly unknown[]): ValueTest {
  const wantsAbsence = matchers.some((one) => isRecord(one) && one['exists'] === false);
  const tests = matchers.map(matcher);
  return (value) => {
    const values = (Array.isArray(value) ? value.flat(Infinity) : [value]).filter(
      (one) => one !== undefined && !isRecord(one),
    );
    if (values.length === 0) return wantsAbsence;
    return values.some((one) => tests.some((test) => test(one)));
  };
}

function matcher(expected: unknown): ValueTest {
  if (expected === null || ['string', 'number', 'boolean'].includes(typeof expected))
    return (value) => value === expected;
  if (!isRecord(expected)) throw notUnderstood(expected);
  const [operator = '', ...others] = Object.keys(expected);
  const make = operators[operator];
  if (make === undefined || others.length > 0) throw notUnderstood(expected);
  return make(expected[operator]);
}

const lower = (mixed: string) => mixed.toLowerCase();

const ofText =
  (test: (value: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && test(value);

/** `prefix` and `suffix` take text, or `{"equals-ignore-case": text}`. */
const edge = (compare: (value: string, edgeText: string) => boolean) => (argument: unknown) => {
  if (typeof argument === 'string') return ofText((value) => compare(value, argument));
  const folded = isRecord(argument) ? argument['equals-ignore-case'] : undefined;
  if (typeof folded !== 'string') throw notUnderstood(argument);
  return ofText((value) => compare(lower(value), lower(folded)));
};

const operators: Readonly<Record<string, (argument: unknown) => ValueTest>> = {
  prefix: edge((value, prefix) => value.startsWith(prefix)),
  suffix: edge((value, suffix) => value.endsWith(suffix)),
  'equals-ignore-case': (argument) => {
    const expected = lower(text(argument));
    return ofText((value) => lower(value) === expected);
  },
  wildcard: (argument) => {
    const expression = wildcard(text(argument));
    return ofText((value) => expression.test(value));
  },
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw notUnderstood(argument);
    return () => argument;
  },
  numeric: (argument) => numeric(argument),
  'anything-but': (argument) => {
    const excluded = anyOf(argument);
    return (value) => !excluded(value);
  },
};

/** The argument of `anything-but`: a value, a list of values, or one operator with a value or a list. */
function anyOf(argument: unknown): ValueTest {
  if (!isRecord(argument)) {
    const tests = [argument].flat().map(matcher);
    return (value) => tests.some((test) => test(value));
  }
  const [operator = '', ...others] = Object.keys(argument);
  if (others.length > 0 || !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(operator))
    throw notUnderstood(argument);
  const tests = [argument[operator]].flat().map((one) => matcher({ [operator]: one }));
  return (value) => tests.some((test) => test(value));
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function numeric(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || argument.length === 0 || argument.length % 2 !== 0) throw notUnderstood(argument);
  const tests = Array.from({ length: argument.length / 2 }, (_, pair) => {
    const [sign, limit]: unknown[] = argument.slice(pair * 2);
    const compare = comparisons[String(sign)];
    if (compare === undefined || typeof limit !== 'number') throw notUnderstood(argument);
    return (value: number) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

/** `*` stands for any characters, `\*` for a star. */
function wildcard(pattern: string): RegExp {
  const pieces = pattern.match(/\\[*\\]|\*|[^*\\]+|\\/g) ?? [];
  const source = pieces.map((piece) => {
    if (piece === '*') return '.*';
    return RegExp.escape(piece === '\\*' || piece === '\\\\' ? piece.slice(1) : piece);
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

function text(argument: unknown): string {
  if (typeof argument !== 'string') throw notUnderstood(argument);
  return argument;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const notUnderstood = (matcherOrPattern: unknown): Refusal =>
  new Refusal(`The local cloud does not understand the event pattern ${JSON.stringify(matcherOrPattern)}`);
