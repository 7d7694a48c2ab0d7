import { describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { name, text } from '#shared/domain/events/text.ts';
import { withoutHidden } from '#shared/domain/events/visible-characters.ts';
import { samplePost } from '#tests/support/sample-event.ts';

const accepts = (value: string): boolean => text(100).safeParse(value).success;

describe('a text', () => {
  it.each(['Talks in Dhaka', 'ঢাকা', 'مذاكرات', 'line one\nline two\t–', 'family 👨‍👩‍👧', 'می‌خواهم'])(
    'may be: %s',
    (value) => {
      expect(accepts(value)).toBe(true);
    },
  );

  it.each([
    ['is blank', ' \n'],
    ['takes no room', '\u200b\u200d'],
    ['holds NUL', 'a\u0000b'],
    ['holds an escape character', 'a\u001b[31mb'],
    ['turns the direction of writing', 'a\u202eb'],
    ['isolates a direction of writing', 'a\u2066b'],
    ['was not UTF-8', 'a\ufffdb'],
    ['holds half a character', 'a\ud800b'],
    ['is too long', 'x'.repeat(101)],
  ])('is refused that %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });
});

describe('a name', () => {
  it.each([
    'Dha\u200bka',
    'Dha\u200cka',
    'Dha\u200dka',
    'Dhaka\n',
    'Dha\u202eka',
    'Dha\u2066ka',
    'Dha\u200eka',
    'Dhaka\u{e0041}',
    'Dha\u2028ka',
    '\u3164',
  ])('has no invisible character, line break or mark of direction: %j', (bad) => {
    expect(name(80).safeParse(bad).success).toBe(false);
  });

  it.each([
    ['Dha\u200bka', 'U+200B'],
    ['Dhaka\u{e0041}', 'U+E0041'],
    ['Dha\u00a0ka', 'U+00A0'],
    ['Dha\u3000ka', 'U+3000'],
    ['Dhaka\ufe0f', 'U+FE0F'],
    ['Dha\u034fka', 'U+034F'],
    ['Dha\u2800ka', 'U+2800'],
    ['Dha\ttka', 'U+0009'],
  ])('says which character of %j it does not take', (bad, character) => {
    const [issue] = name(80).safeParse(bad).error?.issues ?? [];
    expect(issue?.message).toBe(
      `expected a name on one line, without invisible characters and with no separator but the space, got ${character}`,
    );
  });

  it('is refused with its field', () => {
    const person = { id: 'person:bgd-hasina', name: 'Sheikh\u200b Hasina' };
    const [bangladesh, pakistan] = samplePost.participants;
    const event = { type: 'MeetingHeld', ...samplePost, participants: [{ ...bangladesh, person }, pakistan] };
    const [issue] = NewEvent.safeParse(event).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ['participants', 0, 'person', 'name'] });
    expect(issue?.message).toContain('U+200B');
  });

  it('is kept in NFC', () => {
    expect(name(80).parse('Cafe\u0301')).toBe('Caf\u00e9');
  });
});

describe('a longer text', () => {
  it('keeps the joiners that scripts and emoji need, and has no other invisible character', () => {
    for (const good of [
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '\u{1f469}\u200d\u{1f52c}',
      'one\ntwo\tthree',
    ])
      expect(text(80).parse(good)).toBe(good);
    for (const bad of ['a\u200bb', 'a\u2028b', 'a\u{e0041}b', 'a\u200fb'])
      expect(text(80).safeParse(bad).success).toBe(false);
  });
});

describe('every text field of an event', () => {
  const hidden = ['\u200b', '\u202e', '\u2066', '\u{e0041}', '\u2028', '\u2029', '\ufeff', '\u00ad', '\u115f'];
  const report = { publisher: 'Dawn' };
  const fields: readonly (readonly [string, (value: string) => Record<string, unknown>])[] = [
    ['summary', (summary) => ({ summary })],
    ['place.city', (city) => ({ place: { city } })],
    ['place.site', (site) => ({ place: { site } })],
    ['topics.0', (topic) => ({ topics: [topic] })],
    [
      'participants.0.office',
      (office) => ({ participants: [{ ...samplePost.participants[0], office }, samplePost.participants[1]] }),
    ],
    ['evidence.reports.0.publisher', (publisher) => ({ evidence: { reports: [{ publisher }] } })],
    ['evidence.reports.0.title', (title) => ({ evidence: { reports: [{ ...report, title }] } })],
    ['evidence.reports.0.reference', (reference) => ({ evidence: { reports: [{ ...report, reference }] } })],
    ['evidence.reports.0.origin', (origin) => ({ evidence: { reports: [{ ...report, origin }] } })],
    [
      'evidence.reports.0.url',
      (end) => ({ evidence: { reports: [{ ...report, url: `https://example.org/${end}` }] } }),
    ],
    [
      'evidence.reports.0.source.fields.note',
      (note) => ({ evidence: { reports: [{ ...report, source: { fields: { note } } }] } }),
    ],
  ];

  it.each(fields)('refuses what is not seen: %s', (path, fieldsOf) => {
    for (const character of hidden) {
      const event = { type: 'MeetingHeld', ...samplePost, ...fieldsOf(`a${character}b`) };
      const paths = NewEvent.safeParse(event).error?.issues.map((issue) => issue.path.join('.'));
      expect({ character, paths }).toEqual({ character, paths: [path] });
    }
  });
});

describe('a cell of an import', () => {
  it('loses what is not seen, and becomes a name', () => {
    const cell = ' Sheikh\u00a0\u3000Ha\u200bsi\u{e0041}na\n\ud800Cafe\u0301 ';
    expect(withoutHidden(cell)).toBe('Sheikh Hasina Caf\u00e9');
    expect(name(80).parse(withoutHidden(cell))).toBe(withoutHidden(cell));
  });
});
