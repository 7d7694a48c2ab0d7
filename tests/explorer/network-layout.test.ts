import { describe, expect, it } from 'vitest';
import { layout, lineHeight, type Pair } from '#functions/explorer/page/views/network/layout.ts';

const size = { width: 560, height: 900 };
const nameOf = (party: string): string => `The Republic of ${party}`;
/** A party that meets many, and as many pairs that meet nobody else. */
const many = Array.from({ length: 40 }, (_, index): Pair[] => [
  { source: 'HUB', target: `A${index}`, contacts: 2 },
  { source: `B${index}`, target: `C${index}`, contacts: 1 },
]).flat();

describe('the picture of who met whom', () => {
  const placed = layout(many, nameOf, size);
  const names = placed.flatMap(({ name }) => name ?? []);

  it('has every party within it, and apart from the others', () => {
    expect(placed).toHaveLength(121);
    for (const { x, y } of placed) {
      expect([x >= 9, x <= size.width - 9, y >= 9, y <= size.height - 9]).toEqual([true, true, true, true]);
    }
    const piles = new Set(placed.map(({ x, y }) => `${Math.round(x / 6)} ${Math.round(y / 6)}`));
    expect(piles.size).toBeGreaterThan(110);
  });

  it('has names within it, none on another, and at least that of the party with most contacts', () => {
    const half = ({ text }: { text: string }) => (text.length * 7) / 2;
    for (const [index, name] of names.entries()) {
      expect([name.x - half(name) >= 0, name.x + half(name) <= size.width]).toEqual([true, true]);
      const over = names
        .slice(index + 1)
        .filter((other) => Math.abs(other.y - name.y) < lineHeight && Math.abs(other.x - name.x) < half(name) * 2);
      expect(over).toEqual([]);
    }
    expect(names.map(({ text }) => text)).toContain('The Republic of HUB');
    expect(names.length).toBeGreaterThan(20);
  });

  it('has the names of all where few met', () => {
    const few = layout(many.slice(0, 4), nameOf, { width: 560, height: 420 });
    expect(few.filter(({ name }) => name === undefined)).toEqual([]);
  });
});
