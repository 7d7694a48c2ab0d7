import { describe, expect, it } from 'vitest';
import { maxSourceBytes, maxSourceFields, Report } from '#shared/domain/events/evidence.ts';
import { isSameReport } from '#shared/domain/events/same-report.ts';

const report = (fields: Readonly<Record<string, string>>) => ({ publisher: 'GDELT', source: { fields } });
const fieldsOf = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`F${index}`, 'x']));
const messages = (input: unknown) => Report.safeParse(input).error?.issues.map(({ message }) => message);

describe("a report's fields of its source", () => {
  it('are as many as a report holds, and not one more', () => {
    expect(messages(report(fieldsOf(maxSourceFields)))).toBeUndefined();
    expect(messages(report(fieldsOf(maxSourceFields + 1)))).toEqual([`expected at most ${maxSourceFields} fields`]);
  });

  it('are as large as a report holds, and not a byte larger', () => {
    const sized = (bytes: number) => {
      const full = Object.fromEntries([1, 2, 3, 4].map((index) => [`F${index}`, 'x'.repeat(1000)]));
      const open = bytes - JSON.stringify({ ...full, rest: '' }).length;
      return report({ ...full, rest: 'x'.repeat(open) });
    };
    expect(messages(sized(maxSourceBytes))).toBeUndefined();
    expect(messages(sized(maxSourceBytes + 1))).toEqual([`expected fields of at most ${maxSourceBytes} bytes as JSON`]);
  });

  it('are visible texts under names of one line', () => {
    expect(messages(report({ Tone: '' }))).toHaveLength(1);
    expect(messages(report({ 'To\nne': '1' }))).toHaveLength(1);
    expect(messages({ publisher: 'GDELT', source: { tone: '1' } })).toBeDefined();
  });

  it('tell reports apart, whatever their order', () => {
    expect(isSameReport(report({ a: '1', b: '2' }), report({ b: '2', a: '1' }))).toBe(true);
    expect(isSameReport(report({ a: '1' }), report({ a: '2' }))).toBe(false);
    expect(isSameReport(report({ a: '1' }), { publisher: 'GDELT' })).toBe(false);
  });
});
