import { projectionsInCode } from './projections-in-code.ts';
import { projectionId, type ProjectionName } from '#shared/projections/engine/projection.ts';

/** A generation that is being removed. */
export interface Dropping {
  readonly generation: string;
  /** The time of the decision (ISO 8601). */
  readonly since: string;
  /** The cursor of the scan over all rows; absent: at the beginning. */
  readonly after?: string;
}

/** The decisions about the generations of one projection, by their ids. */
export interface DecidedGenerations {
  /** The generation that serves queries. */
  readonly serving?: string;
  /** Generations in addition to the first one of each version in the code. */
  readonly further: readonly string[];
  readonly dropping: readonly Dropping[];
  /** Removed generations; their numbers are not reused. */
  readonly dropped: readonly string[];
}

/** Generations that advance together, with one checkpoint. */
export interface Group {
  /** The name of their consumer of the feed. */
  readonly consumer: string;
  /** Their ids. */
  readonly members: readonly string[];
}

/** A generation has caught up when it is at most so many positions behind the end of the feed. */
export const arrivedWithin = 100;

/** The decisions about the generations of all projections. The code decides the rest. */
export interface Decisions {
  /** Raised by every decision; each write is conditional on it. */
  readonly revision: number;
  readonly projections: Readonly<Record<string, DecidedGenerations>>;
  /** The serving generations that advance together; absent: those that the code serves. */
  readonly group?: Group;
  /** The quarantined positions of each generation, at most `maxSetAside` each; absent: none. */
  readonly setAside?: Readonly<Record<string, readonly number[]>>;
}

/** A generation with so many quarantined events is broken: it stops advancing, and only a rebuild repairs it. */
export const maxSetAside = 25;

/** Whether a generation has too many quarantined events to go on. */
export const isBroken = ({ setAside = {} }: Decisions, generation: string): boolean =>
  (setAside[generation]?.length ?? 0) >= maxSetAside;

export const undecided: Decisions = { revision: 0, projections: {} };
export const noneDecided: DecidedGenerations = { further: [], dropping: [], dropped: [] };

/** The projections of the code with their versions, lowest first. */
export type ProjectionVersions = ReadonlyMap<string, readonly number[]>;

const idShape = /^([a-z][a-z0-9-]*)@([1-9]\d{0,5})(?:\.([1-9]\d{0,5}))?$/;

/** Parses the id of a generation; `undefined` when it is not one. */
export function parseGeneration(id: string): Required<ProjectionName> | undefined {
  const [, name, version, number = '1'] = idShape.exec(id) ?? [];
  return name === undefined ? undefined : { name, version: Number(version), generation: Number(number) };
}

/** The projections of this code. */
export const versionsInCode: ProjectionVersions = new Map(
  [
    ...Map.groupBy(
      projectionsInCode.flatMap((id) => parseGeneration(id) ?? []),
      ({ name }) => name,
    ),
  ].map(([name, known]) => [name, known.map(({ version }) => version).toSorted((a, b) => a - b)]),
);

/** Lists the generations of a projection that this code advances, whether they serve or not. */
export function generationsOf(decisions: Decisions, name: string, code = versionsInCode): string[] {
  const { further, dropping, dropped } = decisions.projections[name] ?? noneDecided;
  const versions = code.get(name) ?? [];
  const firsts = versions.map((version) => projectionId({ name, version }));
  const gone = new Set([...dropped, ...dropping.map(({ generation }) => generation)]);
  const ofThisCode = further.filter((id) => versions.includes(parseGeneration(id)?.version ?? 0));
  return [...new Set([...firsts, ...ofThisCode])].filter((id) => !gone.has(id));
}

/**
 * Returns the generation of a projection that serves: the promoted one if this code has its version, otherwise the
 * first in order. Throws when the code does not have the projection.
 */
export function servingGeneration(decisions: Decisions, name: string, code = versionsInCode): string {
  const { serving } = decisions.projections[name] ?? noneDecided;
  const generations = generationsOf(decisions, name, code);
  if (serving !== undefined && generations.includes(serving)) return serving;
  const [version] = code.get(name) ?? [];
  if (version === undefined) throw new Error(`There is no projection ${name}`);
  return generations.toSorted(inOrder)[0] ?? nextGeneration(decisions, name, version);
}

/** Lists the broken generations that still serve. */
export const brokenGenerations = (decisions: Decisions, code = versionsInCode): string[] =>
  [...code.keys()].map((name) => servingGeneration(decisions, name, code)).filter((id) => isBroken(decisions, id));

/** Lists promoted generations whose version this code does not have, and what serves instead. */
export const outOfCode = (decisions: Decisions, code = versionsInCode): { promoted: string; instead: string }[] =>
  [...code.keys()].flatMap((name) => {
    const promoted = decisions.projections[name]?.serving;
    const instead = servingGeneration(decisions, name, code);
    return promoted === undefined || promoted === instead ? [] : [{ promoted, instead }];
  });

/** Returns the id of the next generation of a version; no number is reused. */
export function nextGeneration(decisions: Decisions, name: string, version: number): string {
  const { serving, further, dropping, dropped } = decisions.projections[name] ?? noneDecided;
  const known = [serving ?? '', ...further, ...dropping.map(({ generation }) => generation), ...dropped];
  const numbers = known.map(parseGeneration).filter((one) => one?.version === version);
  return projectionId({ name, version, generation: Math.max(1, ...numbers.map((one) => one?.generation ?? 1)) + 1 });
}

/** Compares ids by version, then by the number of the generation. */
export function inOrder(a: string, b: string): number {
  const [one, other] = [parseGeneration(a), parseGeneration(b)];
  return (one?.version ?? 0) - (other?.version ?? 0) || (one?.generation ?? 0) - (other?.generation ?? 0);
}
