import { projectionsInCode } from './projections-in-code.ts';
import { projectionId, type ProjectionName } from '#shared/projections/engine/projection.ts';

/** A build that is being removed. */
export interface Dropping {
  readonly build: string;
  /** When that was decided (ISO 8601). */
  readonly since: string;
  /** Where the walk over all rows goes on; absent: at the beginning. */
  readonly after?: string;
}

/** What was decided about the builds of one projection; builds are named by their ids. */
export interface DecidedGenerations {
  /** The build that queries are answered from. */
  readonly serving?: string;
  /** Builds that stand beside the first one of each version in the code. */
  readonly further: readonly string[];
  readonly dropping: readonly Dropping[];
  /** Builds that are gone; their numbers are not given again. */
  readonly dropped: readonly string[];
}

/** Generations that advance together, by one checkpoint. */
export interface Group {
  /** The consumer of the feed that they are. */
  readonly consumer: string;
  /** Their ids. */
  readonly members: readonly string[];
}

/** Positions from the end of the feed within which a generation counts as arrived. */
export const arrivedWithin = 100;

/** What was decided about the builds of all projections. Where nothing was, the code decides. */
export interface Decisions {
  /** Raised by every decision, which is written on the condition that no other came between. */
  readonly revision: number;
  readonly projections: Readonly<Record<string, DecidedGenerations>>;
  /** The generations in service that advance together; absent: those that the code serves from. */
  readonly group?: Group;
  /** The positions that generations could not fold and go without, at most `maxSetAside` each; absent: none. */
  readonly setAside?: Readonly<Record<string, readonly number[]>>;
}

/** A generation that could not fold so many events is broken: it is not kept up any more, and a rebuild mends it. */
export const maxSetAside = 25;

/** Whether a generation has gone without so many events that it is not kept up any more. */
export const isBroken = ({ setAside = {} }: Decisions, generation: string): boolean =>
  (setAside[generation]?.length ?? 0) >= maxSetAside;

export const undecided: Decisions = { revision: 0, projections: {} };
export const noneDecided: DecidedGenerations = { further: [], dropping: [], dropped: [] };

/** The projections of the code with their versions, lowest first. */
export type ProjectionVersions = ReadonlyMap<string, readonly number[]>;

const idShape = /^([a-z][a-z0-9-]*)@([1-9]\d{0,5})(?:\.([1-9]\d{0,5}))?$/;

/** The build that an id names; `undefined`: it is none. */
export function parseGeneration(id: string): Required<ProjectionName> | undefined {
  const [, name, version, build = '1'] = idShape.exec(id) ?? [];
  return name === undefined ? undefined : { name, version: Number(version), build: Number(build) };
}

/** What this code projects. */
export const versionsInCode: ProjectionVersions = new Map(
  [
    ...Map.groupBy(
      projectionsInCode.flatMap((id) => parseGeneration(id) ?? []),
      ({ name }) => name,
    ),
  ].map(([name, builds]) => [name, builds.map(({ version }) => version).toSorted((a, b) => a - b)]),
);

/** The builds of a projection that this code keeps up, whether they serve or not. */
export function generationsOf(decisions: Decisions, name: string, code = versionsInCode): string[] {
  const { further, dropping, dropped } = decisions.projections[name] ?? noneDecided;
  const versions = code.get(name) ?? [];
  const firsts = versions.map((version) => projectionId({ name, version }));
  const gone = new Set([...dropped, ...dropping.map(({ build }) => build)]);
  const ofThisCode = further.filter((id) => versions.includes(parseGeneration(id)?.version ?? 0));
  return [...new Set([...firsts, ...ofThisCode])].filter((id) => !gone.has(id));
}

/**
 * The build of a projection that serves: the one that was promoted, if this code has its version, otherwise the first in order that there is.
 * Throws when the code does not know the projection.
 */
export function servingGeneration(decisions: Decisions, name: string, code = versionsInCode): string {
  const { serving } = decisions.projections[name] ?? noneDecided;
  const builds = generationsOf(decisions, name, code);
  if (serving !== undefined && builds.includes(serving)) return serving;
  const [version] = code.get(name) ?? [];
  if (version === undefined) throw new Error(`There is no projection ${name}`);
  return builds.toSorted(inOrder)[0] ?? nextGeneration(decisions, name, version);
}

/** The generations that serve although they are not kept up any more. */
export const brokenGenerations = (decisions: Decisions, code = versionsInCode): string[] =>
  [...code.keys()].map((name) => servingGeneration(decisions, name, code)).filter((id) => isBroken(decisions, id));

/** Builds that were promoted, and cannot serve since this code does not have their version; and what serves instead. */
export const outOfCode = (decisions: Decisions, code = versionsInCode): { promoted: string; instead: string }[] =>
  [...code.keys()].flatMap((name) => {
    const promoted = decisions.projections[name]?.serving;
    const instead = servingGeneration(decisions, name, code);
    return promoted === undefined || promoted === instead ? [] : [{ promoted, instead }];
  });

/** The id of another build of a version: no number is given twice. */
export function nextGeneration(decisions: Decisions, name: string, version: number): string {
  const { serving, further, dropping, dropped } = decisions.projections[name] ?? noneDecided;
  const known = [serving ?? '', ...further, ...dropping.map(({ build }) => build), ...dropped];
  const numbers = known.map(parseGeneration).filter((build) => build?.version === version);
  return projectionId({ name, version, build: Math.max(1, ...numbers.map((build) => build?.build ?? 1)) + 1 });
}

/** By version, then by the number of the build. */
export function inOrder(a: string, b: string): number {
  const [one, other] = [parseGeneration(a), parseGeneration(b)];
  return (one?.version ?? 0) - (other?.version ?? 0) || (one?.build ?? 0) - (other?.build ?? 0);
}
