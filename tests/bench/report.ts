import { availableParallelism, loadavg } from 'node:os';
import type { Figure, Target } from './figure.ts';
import type { Part } from './part.ts';

export interface Measured {
  readonly part: Part;
  readonly figures: readonly Figure[];
  readonly seconds: number;
}

/**
 * The load is the one before anything was measured: above 0.5 a core, absolute figures say more about the neighbours.
 */
const machine = { node: process.version, cores: availableParallelism(), loadAtStart: loadavg()[0] };

/** The figures as JSON. */
export const asJson = (measured: readonly Measured[]): string =>
  JSON.stringify(
    {
      ...machine,
      parts: measured.map(({ part, figures, seconds }) => ({ name: part.name, how: part.how, seconds, figures })),
    },
    null,
    2,
  );

/** One part's figures as a table for people; a missed target is marked. */
export function asTable({ part, figures, seconds }: Measured): string {
  const rows = figures.map(({ name, unit, measured, target, met }) => [
    name,
    measured.toLocaleString('en'),
    unit,
    target === undefined ? '' : targetText(target),
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const table = [['figure', 'measured', 'unit', 'target', ''], ...rows];
  const width = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(width(column)) : cell.padEnd(width(column))))
      .join('  ')
      .trimEnd(),
  );
  return [
    `${part.name} (${seconds} s)`,
    ...[...folded(part.how), '', ...lines].map((line) => `  ${line}`.trimEnd()),
  ].join('\n');
}

/** The machine, and what was missed. */
export function summary(measured: readonly Measured[]): string {
  const { node, cores, loadAtStart } = machine;
  const held = measured.flatMap(({ figures }) => figures).filter(({ met }) => met !== undefined);
  const missed = held.filter(({ met }) => met === false);
  const names = missed.map(({ name, unit }) => `\n  ${name} (${unit})`).join('');
  return `Node ${node}, ${cores} cores, load ${loadAtStart?.toFixed(1)} at the start. ${held.length - missed.length} of ${held.length} targets met${missed.length === 0 ? '.' : `; missed:${names}`}`;
}

const targetText = (target: Target): string =>
  'atLeast' in target ? `≥ ${target.atLeast.toLocaleString('en')}` : `≤ ${target.atMost.toLocaleString('en')}`;

/** Text in lines of at most 110 characters. */
const folded = (text: string): string[] => text.match(/.{1,110}(?:\s|$)/g)?.map((line) => line.trimEnd()) ?? [];
