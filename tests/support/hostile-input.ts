import * as fc from 'fast-check';

/** Texts that have broken parsers, keys and dates of others. */
export const knownTexts = [
  ['', ' ', '\u0000', '\ud800', '\udfff\ud800', '\u200b', '\u202e', '\ufeff', '\u{e0041}', '\r\n', '%', '%00', '../..'],
  [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'undefined',
    'null',
    'true',
    '[object Object]',
  ],
  ['0', '-0', '-1', '1e999', '0x10', 'NaN', 'Infinity', '9'.repeat(400), '9007199254740993', '1.5'],
  [
    '2025-02-30',
    '2025-1X',
    '2025-0X',
    '2025-X1',
    '202X-1X',
    '-0044-03-15',
    '-9999',
    '0000',
    '9999-24',
    'Y17000',
    '../..',
    '/',
  ],
  ['0000-01', '0001-01', '9999-12', '0000-Q1', '9999-Q4', '0000-01-01', '9999-12-31', '0001-01-01T00:00:00Z'],
  ['0000-01-01T00:00:00+23:59', '9999-12-31T23:59:59.999-23:59', '2025-01-01T24:00:00Z', '2025-06-30T23:59:60Z'],
  [
    'BGD-PAK',
    'BGD-BGD',
    'PAK-BGD',
    'BGD',
    'bgd',
    'x-un',
    'iso2:',
    'cow:99999999',
    ':',
    'relation/BGD-PAK',
    'relation.BGD-PAK.1',
  ],
  [
    '"',
    '"open',
    '"""',
    ',',
    'BGD,'.repeat(50),
    'a-'.repeat(3000),
    'x'.repeat(70_000),
    'é'.repeat(3000),
    '\u3316'.repeat(500),
  ],
  [
    'https://[::1]/',
    'https://',
    'http://a b',
    'https://user:x@host/',
    '=cmd()',
    '{"a":1}',
    '[[[[',
    '*',
    '"3"',
    'W/"3"',
  ],
].flat();

/**
 * Any character, halves of pairs excepted: what fast-check's unit `binary` is, without its map of a million characters,
 * which takes a second to make.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_f7_ff })
  .map((index) => String.fromCodePoint(index < 0xd8_00 ? index : index + 0x8_00));

/** Every kind of text: of bytes, of characters, of halves of pairs, and those that are known to hurt. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...knownTexts) },
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

/** Lists or objects within each other. */
const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

const knownValues: readonly unknown[] = [
  [null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, Number.MAX_SAFE_INTEGER],
  [[], {}, [null], [[]], Array.from({ length: 300 }, () => ({})), Array.from({ length: 5000 }, () => 'x')],
  [nested(1000, (inner) => [inner]), nested(1000, (inner) => ({ inner }))],
  [JSON.parse('{"__proto__":{"type":"MeetingHeld"},"constructor":{"prototype":{}},"toString":1,"length":-1}')],
].flat();

/** Every kind of value that JSON has. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(...knownValues),
  fc.double().filter(Number.isFinite),
  fc.jsonValue({ maxDepth: 3 }),
);

type Path = readonly (string | number)[];

const pathsIn = (value: unknown, above: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? [above]
    : [
        above,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsIn(inner, [...above, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

interface Mutation {
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'add' | 'double' | 'wrap';
  readonly value: unknown;
  readonly text: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'rename', 'add', 'double', 'wrap'),
  value: hostileValue,
  text: hostileText,
});

/** An own property, whatever its name: an assignment to `__proto__` would make none. */
const own = (name: string, value: unknown): object => Object.fromEntries([[name, value]]);

function mutated(value: unknown, { place, how, value: other, text }: Mutation, paths = pathsIn(value)): unknown {
  const path = paths[place % paths.length] ?? [];
  const at = (here: unknown, [step, ...rest]: Path): unknown => {
    if (step === undefined) return changed(here);
    if (Array.isArray(here)) return here.flatMap((each, index) => (index === step ? kept(each, rest) : [each]));
    const entries = Object.entries(here ?? {}).flatMap(([key, each]) =>
      key !== step
        ? [[key, each]]
        : kept(each, rest).map((one) => [how === 'rename' && rest.length === 0 ? text : key, one]),
    );
    return Object.fromEntries(entries) as unknown;
  };
  const kept = (each: unknown, rest: Path): unknown[] =>
    how === 'remove' && rest.length === 0 ? [] : [at(each, rest)];
  const changed = (here: unknown): unknown => {
    if (how === 'replace') return other;
    if (how === 'wrap') return [here];
    if (how === 'double') return Array.isArray(here) ? [...here, ...here] : [here, here];
    if (how === 'add' && typeof here === 'object' && here !== null && !Array.isArray(here))
      return { ...here, ...own(text, other) };
    return here;
  };
  return at(value, path);
}

/** Values shaped like one of some valid ones, with up to three things wrong. */
export const nearly = (valid: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...valid), fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([value, mutations]) => mutations.reduce((changed, one) => mutated(changed, one), value));

/** A value with each of the texts and values that are known to hurt in each of its places. */
export function* everywhere(valid: unknown): Generator {
  const paths = pathsIn(valid);
  for (const place of paths.keys())
    for (const value of [...knownTexts, ...knownValues])
      yield mutated(valid, { place, how: 'replace', value, text: '' }, paths);
}
