import { expect, it } from 'vitest';
import { consumerServices } from '#shared/feed/consumer-names.ts';
import { backgroundGenerations, projectionStages } from '#shared/read-models/all-projections.ts';
import { undecided } from '#shared/projections/generations/generations.ts';
import { publisherName } from '#shared/subscriptions/event-bus/publish.ts';
import { socketMatcherName } from '#shared/subscriptions/sockets/push.ts';
import { matcherName } from '#shared/subscriptions/webhooks/matcher-name.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

it('every consumer of the feed has its name where health, metrics and alarms look it up', () => {
  const stores = inMemoryStores();
  const serving = projectionStages(stores.readModels, stores.ledger).flat();
  const others = backgroundGenerations(stores.readModels, stores.ledger, undecided);
  const projections = [...serving, ...others].map(({ name }) => name);
  expect(Object.keys(consumerServices).toSorted()).toEqual(
    [...projections, publisherName, matcherName, socketMatcherName].toSorted(),
  );
});
