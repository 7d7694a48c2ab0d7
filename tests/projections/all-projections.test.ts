import { expect, it } from 'vitest';
import { consumerServices } from '../../shared/consumer-names.ts';
import { projectionStages } from '../../shared/projections/all-projections.ts';
import { publisherName } from '../../shared/publishing/publish.ts';
import { inMemoryStores } from '../support/in-memory-stores.ts';

it('every consumer of the feed has its name where health, metrics and alarms look it up', () => {
  const stores = inMemoryStores();
  const projections = projectionStages(stores.readModels, stores.ledger)
    .flat()
    .map(({ name }) => name);
  expect(Object.keys(consumerServices).toSorted()).toEqual([...projections, publisherName].toSorted());
});
