import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { scorings } from '#shared/domain/scoring/scoring.ts';
import type { PositionedEvent } from '#shared/feed/blocks/block.ts';
import type { FeedConsumer, SetAside } from '#shared/feed/consumers/consume-feed.ts';
import type { Change } from '#shared/projections/engine/change.ts';
import { changesOf, firstChange } from '#shared/projections/engine/changes-of.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { projectionId } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import type { GenerationRegistry } from '#shared/projections/generations/generation-registry.ts';
import {
  type Decisions,
  generationsOf,
  isBroken,
  parseGeneration,
  servingGeneration,
  undecided,
  versionsInCode,
} from '#shared/projections/generations/generations.ts';
import { groupOf } from '#shared/projections/generations/project-group.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { noteSetAside } from '#shared/projections/generations/set-aside.ts';
import { allProjections, type Projected } from './all-projections.ts';
import { type ProjectedTogether, projectSlice } from './project-slice.ts';
import { type Generation, scoredTogether, type Source } from './scored-together.ts';
import { scoresName } from './scores/projection.ts';
import { freshScoreChange } from './scores/score-change.ts';
import { timelineName } from './timeline/list-names.ts';

export interface ProjectingStores {
  readonly readModels: ReadModels;
  /** Notes what generations go without. */
  readonly registry: GenerationRegistry;
}

/**
 * The generations in service as one consumer of the feed: what a slice of events changes is found once, and each row is
 * written once, for all of them. One that throws at an event goes without it, and is left out when it is broken.
 */
export function projectionStages(
  stores: ProjectingStores,
  decisions: Decisions = undecided,
  code: readonly Projected[] = allProjections,
): FeedConsumer[][] {
  const { consumer, members } = groupOf(decisions);
  const kept = new Set(keptGenerations(decisions));
  const generations = members.filter((id) => kept.has(id)).flatMap((id) => generationOf(id, code));
  return [[projecting(consumer, generations, stores, decisions)]];
}

/** The generations that are not in the group, each behind it and behind what it reads. */
export function backgroundGenerations(
  stores: ProjectingStores,
  decisions: Decisions,
  code: readonly Projected[] = allProjections,
): FeedConsumer[] {
  const { members } = groupOf(decisions);
  return keptGenerations(decisions)
    .filter((id) => !members.includes(id))
    .flatMap((id) => generationOf(id, code))
    .map((generation) => projecting(generation.id, [generation], stores, decisions));
}

const keptGenerations = (decisions: Decisions): string[] =>
  [...versionsInCode.keys()].flatMap((name) => generationsOf(decisions, name)).filter((id) => !isBroken(decisions, id));

function generationOf(id: string, code: readonly Projected[]): Generation[] {
  const { name, version, generation } = parseGeneration(id) ?? {};
  return code.flatMap((projected) => {
    const { projection } = projected;
    if (generation === undefined || projection.name !== name || projection.version !== version) return [];
    return [{ ...projected, id, generation }];
  });
}

/** A consumer that keeps some generations up. */
function projecting(
  name: string,
  generations: readonly Generation[],
  stores: ProjectingStores,
  decisions: Decisions,
): FeedConsumer {
  const own = generations.map(({ id }) => id);
  const { consumer, members } = groupOf(decisions);
  const source = sourcesOf(decisions, own);
  const read = generations.flatMap(({ scoring }) => [source(eventRows.name), ...(scoring === undefined ? [] : [source('trees', scoring), source(timelineName.name)])]);
  const sources = [...new Set(read)].filter((id) => !own.includes(id) && !isBroken(decisions, id));
  const { parts, goWithout } = keptParts(partsOf(generations, stores.readModels, source), stores.registry);
  return {
    name,
    follows: [...new Set([...(name === consumer ? [] : [consumer]), ...sources.filter((id) => !members.includes(id))])],
    plannedRows: (event) => plannedRows(generations, event),
    handle: async (events, setAside, maxRows = Number.POSITIVE_INFINITY) => {
      const changes = await changesOf({ readModels: servedReadModels(stores.readModels, source) }, events);
      return projectSlice(stores.readModels, parts(), changes, { goWithout: goWithout(setAside), maxRows });
    },
  };
} // prettier-ignore

/** The parts of a consumer that are not broken, and what becomes of them when they throw. */
function keptParts(all: readonly ProjectedTogether[], registry: GenerationRegistry) {
  const broken = new Set<string>();
  return {
    parts: () => all.filter(({ generations }) => !generations.some((id) => broken.has(id))),
    goWithout:
      (setAside: SetAside) =>
      async (ids: readonly string[], { cause }: Change, error: unknown) => {
        const decisions = await noteSetAside(registry, ids, cause.position);
        for (const id of ids) {
          await setAside(id, cause, error);
          if (isBroken(decisions, id)) broken.add(id);
        }
        return !ids.some((id) => broken.has(id));
      },
  };
}

/**
 * Tells which generation a consumer reads of a projection: its own, that of the group, or else the one that serves, or
 * the first of the version.
 */
function sourcesOf(decisions: Decisions, own: readonly string[]): Source {
  const found = new Map<string, string>();
  return (projection, version) => {
    const key = `${projection}@${version ?? ''}`;
    const known = found.get(key) ?? sourceOf(decisions, own, projection, version);
    found.set(key, known);
    return known;
  };
}

function sourceOf(decisions: Decisions, own: readonly string[], projection: string, version?: number): string {
  const fits = (id: string) => {
    const parsed = parseGeneration(id);
    return parsed?.name === projection && (version === undefined || parsed.version === version);
  };
  const kept = generationsOf(decisions, projection);
  const first = version === undefined ? undefined : projectionId({ name: projection, version });
  return [...own, ...groupOf(decisions).members, servingGeneration(decisions, projection), ...kept].find(fits) ?? first ?? projection;
} // prettier-ignore

/** The generations of a consumer, those of a scoring together. */
function partsOf(generations: readonly Generation[], store: ReadModels, source: Source): ProjectedTogether[] {
  const alone = generations.filter(({ scoring }) => scoring === undefined);
  const scored = scorings.map((scoring) => ({ scoring, some: generations.filter((one) => one.scoring === scoring.version) }));
  return [
    ...alone.map(({ id, generation, touched }): ProjectedTogether => ({
      generations: [id],
      touched: async (changes, maxRows) => touched({ changes, scores: new Map() }, generation, maxRows),
    })),
    ...scored.filter(({ some }) => some.length > 0).map(({ scoring, some }) => scoredTogether(store, source, scoring, some)),
  ];
} // prettier-ignore

/** Rows for each of a projection: beside one of scores another may say what suspects count less. */
const rowsForEach = (name: string): number => (name === scoresName ? 2 : 1);

/** Rows that a correction writes as a rule: it is not known which event it is about before that is read. */
const rowsOfCorrection = 100;
/** Rows of trees that an event writes as a rule: its own, its whole's, and what they are in. */
const rowsOfTrees = 8;

/**
 * The most rows that an event writes that is no correction and joins no tree, and of others what they write as a rule;
 * pure. What they write more is known when their events and trees have been read: the slice then ends earlier.
 */
function plannedRows(generations: readonly Generation[], event: PositionedEvent): number {
  if (isCorrection(event)) return rowsOfCorrection;
  const change = firstChange(event);
  const asked = scorings.filter(({ version }) => generations.some(({ scoring }) => scoring === version));
  const scores = asked.map((scoring) => [scoring.version, [freshScoreChange(scoring, change)]] as const);
  const changed = { changes: [change], scores: new Map(scores) };
  const rows = generations.reduce(
    (sum, { rowsOf, projection }) => sum + rowsOf(changed) * rowsForEach(projection.name),
    0,
  );
  return rows + rowsOfTrees;
}
