import { expect, it } from 'vitest';
import { consumerServices } from '../../shared/consumer-names.ts';
import { otherBuilds, projectionStages } from '../../shared/projections/all-projections.ts';
import { undecided } from '../../shared/projections/builds/builds.ts';
import { publisherName } from '../../shared/publishing/publish.ts';
import { socketMatcherName } from '../../shared/sockets/push.ts';
import { matcherName } from '../../shared/subscriptions/matcher-name.ts';
import { inMemoryStores } from '../support/in-memory-stores.ts';

it('every consumer of the feed has its name where health, metrics and alarms look it up', () => {
  const stores = inMemoryStores();
  const serving = projectionStages(stores.readModels, stores.ledger).flat();
  const others = otherBuilds(stores.readModels, stores.ledger, undecided);
  const projections = [...serving, ...others].map(({ name }) => name);
  expect(Object.keys(consumerServices).toSorted()).toEqual(
    [...projections, publisherName, matcherName, socketMatcherName].toSorted(),
  );
});
