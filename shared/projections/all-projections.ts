import type { FeedConsumer } from '../feed/consume-feed.ts';
import type { LedgerReader } from '../ledger/ledger.ts';
import { changeConsumer, projectionConsumer, scoreChangeConsumer } from './apply-projection.ts';
import type { Change } from './change.ts';
import { changes } from './changes.ts';
import { contacts } from './contacts.ts';
import { corrections } from './corrections.ts';
import { countedEvents } from './counted-events.ts';
import { directory } from './directory.ts';
import { dossiers } from './dossiers.ts';
import { positions } from './positions.ts';
import type { Projection } from './projection.ts';
import type { ReadModels } from './read-models.ts';
import type { ScoreChange } from './score-change.ts';
import { scores } from './scores.ts';
import { timeline } from './timeline.ts';
import { trees } from './trees.ts';

/** Projections of the feed's events, which tell what each event changes. */
const ofEvents: readonly Projection<unknown>[] = [positions, corrections];

/**
 * Projections of the changes: every read model that shows events as they are known to be. A new one is
 * added here, and its checkpoint to `consumer-names.ts`.
 */
const ofChanges: readonly Projection<unknown, Change>[] = [
  timeline,
  trees,
  dossiers,
  countedEvents,
  directory,
  contacts,
  changes,
];

/** Projections of the changes of scores, which follow from the trees. */
const ofScoreChanges: readonly Projection<unknown, ScoreChange>[] = [scores];

/** Every projection as a consumer of the feed, in stages: one goes only as far as all of the stage before have come. */
export const projectionStages = (store: ReadModels, ledger: Pick<LedgerReader, 'commits'>): FeedConsumer[][] => [
  ofEvents.map((projection) => projectionConsumer(projection, store)),
  ofChanges.map((projection) => changeConsumer(projection, store, ledger)),
  ofScoreChanges.map((projection) => scoreChangeConsumer(projection, store, ledger)),
];
