import { expect, it } from 'vitest';
import { type Scoring, newestScoring } from '#shared/domain/scoring/scoring.ts';
import { applyProjection } from '#shared/projections/engine/apply-projection.ts';
import { changesOf } from '#shared/projections/engine/changes-of.ts';
import { storedPartition } from '#shared/projections/engine/projection.ts';
import { scoreChangesOf } from '#shared/read-models/scores/score-change.ts';
import { daysOfDyad, scoresBy, type ScoresRow } from '#shared/read-models/scores/projection.ts';
import { treesBy } from '#shared/read-models/scores/tree-rows.ts';
import { timelineName } from '#shared/read-models/timeline/list-names.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';
import { projectEvents } from '#tests/support/projecting.ts';
import { atPosition } from '#tests/support/feed-events.ts';

/** A scoring in which what nobody has assessed weighs as much as what was confirmed. */
const trusting: Scoring = {
  ...newestScoring,
  version: newestScoring.version + 1,
  tables: ['goldstein@1', 'plover@1', 'credibility@2', 'rules@2'],
  factsOf: (event) => {
    const facts = newestScoring.factsOf(event);
    return facts && { ...facts, weight: 100_000 };
  },
};

it('another scoring is built beside the one before, on trees of its own, and changes nothing of that', async () => {
  const { readModels } = inMemoryStores();
  const events = [atPosition(1), atPosition(2, { partOf: 'relation.BGD-PAK.1', cameo: '057' })];
  await projectEvents({ readModels }, events);
  const trees = treesBy(trusting);
  const { changes: changed } = await scoreChangesOf(
    { readModels, trees, scoring: trusting },
    await changesOf({ readModels }, events),
  );
  await applyProjection(trees, readModels, changed);
  await applyProjection(scoresBy(trusting), readModels, changed);

  const weightBy = async (scoring: Scoring) => {
    const partition = storedPartition(scoresBy(scoring), daysOfDyad('BGD-PAK'));
    const [row] = await Array.fromAsync(readModels.rows({ partition, order: 'ascending' }));
    const { goldstein }: ScoresRow = row?.data ?? {};
    return goldstein;
  };
  expect(await weightBy(newestScoring)).toEqual({ weight: 30_000, weighted: 2_400_000, counts: { '1:80': 100_000 } });
  expect(await weightBy(trusting)).toEqual({ weight: 100_000, weighted: 8_000_000, counts: { '1:80': 100_000 } });
});

it('is raised with the timeline, from which it computes what suspects share', () => {
  expect({ timeline: timelineName.version, scoring: newestScoring.version }).toEqual({ timeline: 5, scoring: 5 });
});
