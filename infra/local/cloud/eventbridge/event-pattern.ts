import { Refusal } from '#infra/local/refusal.ts';

/** Whether an event matches. */
export type EventPattern = (event: unknown) => boolean;

/** Tests a value; `all` are the values at the same place in all elements of the list that it is in. */
type ValueTest = (value: unknown, all?: readonly unknown[]) => boolean;

/**
 * Compiles an event pattern as EventBridge rules and Lambda filters use it: exact values, `prefix`, `suffix`,
 * `equals-ignore-case`, `wildcard`, `anything-but`, `numeric`, `exists`, `$or` and nesting. Throws a `Refusal` for what
 * is not understood, and for what EventBridge refuses. Held against the answers of AWS's own Event Ruler. Source: the
 * EventBridge user guide, "Comparison operators".
 */
export function eventPattern(pattern: unknown): EventPattern {
  const test = patternTest(pattern);
  return (event) => test(event, [event]);
}

function patternTest(pattern: unknown): ValueTest {
  if (!isRecord(pattern) || Object.keys(pattern).length === 0) throw notUnderstood(pattern);
  const tests = Object.entries(pattern).map(([name, expected]): ValueTest => {
    if (name.includes('.')) throw notUnderstood(pattern); // Event Ruler takes it for a path
    if (name === '$or') return anyPattern(expected);
    const test = Array.isArray(expected) ? leaf(expected) : nested(patternTest(expected));
    return (event, all = [event]) =>
      test(
        field(event, name),
        all.map((one) => field(one, name)),
      );
  });
  return (event, all) => tests.every((test) => test(event, all));
}

/** `$or`: one of several patterns; none of them names a field as an operator. */
function anyPattern(patterns: unknown): ValueTest {
  const namesOperator = (one: unknown) => isRecord(one) && Object.keys(one).some((name) => name in operators);
  if (!Array.isArray(patterns) || patterns.length < 2 || patterns.some(namesOperator)) throw notUnderstood(patterns);
  const choices = patterns.map(patternTest);
  return (event, all) => choices.some((choice) => choice(event, all));
}

/** A field of an event; `{"a.b": 1}` has the same fields as `{"a": {"b": 1}}`. */
function field(event: unknown, name: string): unknown {
  if (!isRecord(event)) return undefined;
  if (name in event) return event[name];
  const dotted = Object.entries(event).filter(([key]) => key.startsWith(`${name}.`));
  if (dotted.length === 0) return undefined;
  return Object.fromEntries(dotted.map(([key, value]) => [key.slice(name.length + 1), value]));
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value.flat(Infinity) : [value]);

/**
 * Inside a list of objects, all of a nested pattern must hold for one and the same element; an empty list is as if it
 * were not there.
 */
function nested(pattern: ValueTest): ValueTest {
  return (value, all = [value]) => {
    const elements = listed(value);
    const others = all.flatMap(listed);
    return elements.length === 0 ? pattern(undefined, others) : elements.some((one) => pattern(one, others));
  };
}

function leaf(matchers: readonly unknown[]): ValueTest {
  if (matchers.length === 0) throw notUnderstood(matchers);
  const wantsAbsence = matchers.some((one) => isRecord(one) && one['exists'] === false);
  const tests = matchers.map(matcher);
  const valuesOf = (value: unknown) => listed(value).filter((one) => one !== undefined && !isRecord(one));
  return (value, all = [value]) => {
    const values = valuesOf(value);
    if (values.length === 0) return wantsAbsence && all.every((one) => valuesOf(one).length === 0);
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

/** Text without regard to case, as Java compares it: ß is SS. */
const folded = (mixed: string) => mixed.toUpperCase().toLowerCase();

const ofText =
  (test: (value: string) => boolean): ValueTest =>
  (value) =>
    typeof value === 'string' && test(value);

/** `prefix` and `suffix` take text, or `{"equals-ignore-case": text}`. */
const edge = (compare: (value: string, edgeText: string) => boolean) => (argument: unknown) => {
  if (typeof argument === 'string') return ofText((value) => compare(value, argument));
  const anyCase = isRecord(argument) ? argument['equals-ignore-case'] : undefined;
  if (typeof anyCase !== 'string') throw notUnderstood(argument);
  return ofText((value) => compare(lower(value), lower(anyCase)));
};

const operators: Readonly<Record<string, (argument: unknown) => ValueTest>> = {
  prefix: edge((value, prefix) => value.startsWith(prefix)),
  suffix: edge((value, suffix) => value.endsWith(suffix)),
  'equals-ignore-case': (argument) => {
    const expected = folded(text(argument));
    return ofText((value) => folded(value) === expected);
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
    const values = [argument].flat();
    const kinds = new Set(values.map((value) => typeof value));
    if (kinds.size !== 1 || !(kinds.has('string') || kinds.has('number'))) throw notUnderstood(argument);
    const tests = values.map(matcher);
    return (value) => tests.some((test) => test(value));
  }
  const [operator = '', ...others] = Object.keys(argument);
  if (others.length > 0 || !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(operator))
    throw notUnderstood(argument);
  const texts = [argument[operator]].flat();
  if (texts.length === 0 || texts.some((one) => typeof one !== 'string' || one === '')) throw notUnderstood(argument);
  const tests = texts.map((one) => matcher({ [operator]: one }));
  return (value) => tests.some((test) => test(value));
}

const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

/** The argument of `numeric`: one comparison, or a lower bound with an upper bound above it. */
function numeric(argument: unknown): ValueTest {
  if (!Array.isArray(argument)) throw notUnderstood(argument);
  const [sign, limit, upperSign, upperLimit, ...others]: unknown[] = argument;
  const compare = comparisons[String(sign)];
  if (compare === undefined || typeof limit !== 'number' || others.length > 0) throw notUnderstood(argument);
  if (argument.length === 2) return (value) => typeof value === 'number' && compare(value, limit);
  const isRange = /^>=?$/.test(String(sign)) && /^<=?$/.test(String(upperSign));
  const compareUpper = comparisons[String(upperSign)];
  if (!isRange || compareUpper === undefined || typeof upperLimit !== 'number' || upperLimit <= limit)
    throw notUnderstood(argument);
  return (value) => typeof value === 'number' && compare(value, limit) && compareUpper(value, upperLimit);
}

/** `*` stands for any characters, `\*` for a star. */
function wildcard(pattern: string): RegExp {
  if (!/^(?:\\[*\\]|[^\\])*$/.test(pattern) || /\*\*/.test(pattern.replaceAll(/\\./g, '')))
    throw notUnderstood(pattern);
  const pieces = pattern.match(/\\[*\\]|\*|[^*\\]+/g) ?? [];
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
