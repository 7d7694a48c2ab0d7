import { expect, it } from 'vitest';
import { consumerServices } from '#shared/feed/consumers/consumer-names.ts';
import { projectionId } from '#shared/projections/engine/projection.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import { projectionsInCode } from '#shared/projections/generations/projections-in-code.ts';
import { allProjections } from '#shared/read-models/all-projections.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/projecting-consumers.ts';
import { announcerName } from '#shared/read-models/changes/announced-phases.ts';
import { publisherName } from '#shared/subscriptions/event-bus/publish.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { matcherName } from '#shared/subscriptions/webhooks/matcher-name.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

it('every consumer of the feed has its name where health, metrics and alarms look it up', () => {
  const stores = inMemoryStores();
  const consumers = [...projectionStages(stores).flat(), ...backgroundGenerations(stores, undecided)];
  expect(Object.keys(consumerServices).toSorted()).toEqual(
    [...consumers.map(({ name }) => name), publisherName, announcerName, matcherName, socketMatcherName].toSorted(),
  );
});

it('every projection has its id where generations are looked up', () => {
  expect(allProjections.map(({ projection }) => projectionId(projection))).toEqual(projectionsInCode);
});
