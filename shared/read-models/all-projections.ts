import type { FeedConsumer } from '#shared/feed/consume-feed.ts';
import type { LedgerReader } from '#shared/ledger/ledger.ts';
import { changeConsumer, projectionConsumer } from '#shared/projections/engine/apply-projection.ts';
import { changes } from './changes/projection.ts';
import { contacts } from './contacts/projection.ts';
import { type Serving, servingBy } from '#shared/projections/generations/generation-registry.ts';
import {
  generationsOf,
  type Decisions,
  parseGeneration,
  servingGeneration,
  undecided,
} from '#shared/projections/generations/generations.ts';
import { type Change, rememberedChanges } from '#shared/projections/engine/change.ts';
import { scorings } from '#shared/domain/scoring/scoring.ts';
import { corrections } from '#shared/projections/engine/corrections.ts';
import { countedEvents } from './parties/counted-events.ts';
import { directory } from './parties/directory.ts';
import { dossiers } from './parties/dossiers.ts';
import { lifecycles } from './lifecycles/projection.ts';
import { partyStreams } from './lifecycles/party-streams.ts';
import { duplicates } from './duplicates/projection.ts';
import { people } from './people/projection.ts';
import { positions } from '#shared/projections/engine/positions.ts';
import type { Projection, ProjectionName } from '#shared/projections/engine/projection.ts';
import type { ReadModels } from '#shared/projections/engine/read-models.ts';
import { servedReadModels } from '#shared/projections/generations/served-read-models.ts';
import { scoreChangesOf } from './scores/score-change.ts';
import { scoresBy } from './scores/projection.ts';
import { timeline } from './timeline/projection.ts';
import { treesBy } from './scores/trees.ts';
import { visitDays } from './visits/projection.ts';

/** Projections of the feed's events, which tell what each event changes. */
const ofEvents: readonly Projection<unknown>[] = [positions, corrections];

/**
 * Projections of the changes: every read model that shows events as they are known to be. A new one is
 * added here, and its checkpoint to `consumer-names.ts`.
 */
const ofChanges: readonly Projection<unknown, Change>[] = [
  timeline,
  dossiers,
  countedEvents,
  directory,
  contacts,
  changes,
  people,
  duplicates,
  lifecycles,
  partyStreams,
  visitDays,
  ...scorings.map(treesBy),
];

/** Which builds of the projections are meant, and where they get what they fold. */
interface Projecting {
  readonly store: ReadModels;
  readonly ledger: Pick<LedgerReader, 'commits'>;
  readonly decisions: Decisions;
}

/** A projection as the code has it, and any build of it as a consumer of the feed. */
interface Projected {
  readonly projection: ProjectionName;
  readonly consumer: (build: number) => FeedConsumer;
}

/** Stage by stage. Whatever a projection reads of others, it reads from the builds that serve; scores read the trees of their own version. */
function stagesOf({ store, ledger, decisions }: Projecting): readonly (readonly Projected[])[] {
  const changesOf = rememberedChanges({ ledger, readModels: servedReadModels(store, servingBy(decisions)) });
  return [
    ofEvents.map((projection) => ({
      projection,
      consumer: (build) => projectionConsumer({ ...projection, build }, store),
    })),
    ofChanges.map((projection) => ({
      projection,
      consumer: (build) => changeConsumer({ ...projection, build }, store, changesOf),
    })),
    scorings.map((scoring) => {
      const projection = scoresBy(scoring);
      const serving = servingOfVersion(decisions, scoring.version);
      const sources = { changesOf, readModels: servedReadModels(store, serving), scoring };
      return {
        projection,
        consumer: (build) => ({
          ...changeConsumer({ ...projection, build }, store, async (events) => scoreChangesOf(sources, events)),
          follows: [serving(treesBy(scoring).name)],
        }),
      };
    }),
  ];
}

/** The builds of one version: the one that serves, or else the first. */
const servingOfVersion =
  (decisions: Decisions, version: number): Serving =>
  (name) => {
    const ofVersion = (id: string) => parseGeneration(id)?.version === version;
    const serving = servingGeneration(decisions, name);
    return ofVersion(serving) ? serving : (generationsOf(decisions, name).find(ofVersion) ?? serving);
  };

/** The builds that serve as consumers of the feed, in stages: one goes only as far as all of the stage before have come. */
export const projectionStages = (
  store: ReadModels,
  ledger: Pick<LedgerReader, 'commits'>,
  decisions = undecided,
): FeedConsumer[][] =>
  stagesOf({ store, ledger, decisions }).map((stage) => stage.flatMap(consumersOf(servingOf(decisions))));

/** The builds that do not serve, each behind all that serve in the stages before its own. */
export function backgroundGenerations(
  store: ReadModels,
  ledger: Pick<LedgerReader, 'commits'>,
  decisions: Decisions,
): FeedConsumer[] {
  const others = (name: string) =>
    generationsOf(decisions, name).filter((id) => id !== servingGeneration(decisions, name));
  const ahead: string[] = [];
  return stagesOf({ store, ledger, decisions }).flatMap((stage) => {
    const follows = [...ahead];
    ahead.push(...stage.flatMap(consumersOf(servingOf(decisions))).map(({ name }) => name));
    return stage.flatMap(consumersOf(others)).map((consumer) => ({
      ...consumer,
      follows: [...follows, ...(consumer.follows ?? [])],
    }));
  });
}

const servingOf = (decisions: Decisions) => (name: string) => [servingGeneration(decisions, name)];

/** Those of a projection's builds that are of the version at hand, as consumers. */
const consumersOf =
  (builds: (name: string) => readonly string[]) =>
  ({ projection: { name, version }, consumer }: Projected): FeedConsumer[] =>
    builds(name)
      .flatMap((id) => parseGeneration(id) ?? [])
      .filter((build) => build.version === version)
      .map(({ build }) => consumer(build));
