import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { scorings } from '#shared/domain/scoring/scoring.ts';
import type { PositionedEvent } from '#shared/feed/block.ts';
import type { FeedConsumer } from '#shared/feed/consume-feed.ts';
import { writeRows } from '#shared/projections/engine/apply-projection.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { projectionId } from '#shared/projections/engine/projection.ts';
import type { ReadModels, RowReader } from '#shared/projections/engine/read-models.ts';
import {
  type Decisions,
  generationsOf,
  parseGeneration,
  servingGeneration,
  undecided,
  versionsInCode,
} from '#shared/projections/generations/generations.ts';
import { groupOf } from '#shared/projections/generations/project-group.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { allProjections, type Changed, type Projected } from './all-projections.ts';
import { freshScoreChange, scoreChangesOf } from './scores/score-change.ts';
import { treesBy } from './scores/tree-rows.ts';

/** A generation of a projection. */
interface Generation extends Projected {
  readonly id: string;
  readonly build: number;
}

/** The generations in service as one consumer of the feed: what a slice of events changes is told once, and each row is written once, for all of them. */
export function projectionStages(store: ReadModels, decisions: Decisions = undecided): FeedConsumer[][] {
  const { consumer, members } = groupOf(decisions);
  const kept = new Set([...versionsInCode.keys()].flatMap((name) => generationsOf(decisions, name)));
  const generations = members.filter((id) => kept.has(id)).flatMap(generationOf);
  return [[projecting(consumer, generations, store, decisions)]];
}

/** The generations that are not in the group, each behind it and behind what it reads. */
export function backgroundGenerations(store: ReadModels, decisions: Decisions): FeedConsumer[] {
  const { members } = groupOf(decisions);
  const others = [...versionsInCode.keys()].flatMap((name) => generationsOf(decisions, name)).filter((id) => !members.includes(id));
  return others.flatMap(generationOf).map((generation) => projecting(generation.id, [generation], store, decisions));
} // prettier-ignore

function generationOf(id: string): Generation[] {
  const { name, version, build } = parseGeneration(id) ?? {};
  return allProjections.flatMap((projected) => {
    const { projection } = projected;
    if (build === undefined || projection.name !== name || projection.version !== version) return [];
    return [{ ...projected, id, build }];
  });
}

/** A consumer that keeps some generations up. */
function projecting(
  name: string,
  generations: readonly Generation[],
  store: ReadModels,
  decisions: Decisions,
): FeedConsumer {
  const own = generations.map(({ id }) => id);
  const { consumer, members } = groupOf(decisions);
  const sourcesFound = new Map<string, string>();
  const source = (projection: string, version?: number) => {
    const key = `${projection}@${version ?? ''}`;
    const found = sourcesFound.get(key) ?? sourceOf(decisions, own, projection, version);
    sourcesFound.set(key, found);
    return found;
  };
  const read = generations.flatMap(({ scoring }) => scoring === undefined ? [source(eventRows.name)] : [source(eventRows.name), source('trees', scoring)]);
  const sources = [...new Set(read)].filter((id) => !own.includes(id));
  return {
    name,
    follows: [...new Set([...(name === consumer ? [] : [consumer]), ...sources.filter((id) => !members.includes(id))])],
    plannedRows: (event) => plannedRows(generations, event),
    handle: async (events) => {
      const changed = await changedBy(store, generations, source, events);
      await writeRows(store, generations.flatMap(({ touched, build }) => touched(changed, build)));
    },
  };
} // prettier-ignore

/** The generation that a consumer reads of a projection: its own, that of the group, or else the one that serves, or the first of the version. */
function sourceOf(decisions: Decisions, own: readonly string[], projection: string, version?: number): string {
  const fits = (id: string) => {
    const parsed = parseGeneration(id);
    return parsed?.name === projection && (version === undefined || parsed.version === version);
  };
  const kept = generationsOf(decisions, projection);
  const first = version === undefined ? undefined : projectionId({ name: projection, version });
  return [...own, ...groupOf(decisions).members, servingGeneration(decisions, projection), ...kept].find(fits) ?? first ?? projection;
} // prettier-ignore

type Source = (projection: string, version?: number) => string;

async function changedBy(
  store: RowReader,
  generations: readonly Generation[],
  source: Source,
  events: readonly PositionedEvent[],
): Promise<Changed> {
  const changes = await changesOf({ readModels: servedReadModels(store, source) }, events);
  const asked = scorings.filter(({ version }) => generations.some(({ scoring }) => scoring === version));
  const scores = asked.map(async (scoring) => {
    const readModels = servedReadModels(store, (name) => source(name, name === 'trees' ? scoring.version : undefined));
    return [scoring.version, await scoreChangesOf({ readModels, trees: treesBy(scoring), scoring }, changes)] as const;
  });
  return { changes, scores: new Map(await Promise.all(scores)) };
}

/** Rows that a correction writes as a rule: it is not known which event it is about before that is read. Memory is bounded by what is written at once. */
const rowsOfCorrection = 100;
/** Rows of trees that an event writes as a rule: its own, its whole's, and what they are in. Where it joins two trees, more are moved. */
const rowsOfTrees = 8;

/** The most rows that an event writes, as far as it alone tells; pure. */
function plannedRows(generations: readonly Generation[], event: PositionedEvent): number {
  if (isCorrection(event)) return rowsOfCorrection;
  const change = { position: event.position, recordedAt: event.recordedAt, cause: event, after: event };
  const asked = scorings.filter(({ version }) => generations.some(({ scoring }) => scoring === version));
  const scores = asked.map((scoring) => [scoring.version, [freshScoreChange(scoring, change)]] as const);
  const changed = { changes: [change], scores: new Map(scores) };
  const rows = generations.reduce((sum, { touched, build }) => sum + touched(changed, build).length, 0);
  return rows + rowsOfTrees;
}
