import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventBuses } from '#infra/local/cloud/eventbridge/event-bus.ts';
import type { BusEvent } from '#infra/local/cloud/eventbridge/target-input.ts';
import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { consumeFeed } from '#shared/feed/consumers/consume-feed.ts';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { publisher } from '#shared/subscriptions/event-bus/publish.ts';
import type { AnnouncedPhase } from '#shared/read-models/changes/announced-phases.ts';
import { phaseEntry } from '#shared/subscriptions/phases/phase-entry.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting } from '#tests/support/events.ts';
import { inMemoryStores } from '#tests/support/in-memory-stores.ts';

const documented = await readFile(new URL('../../../docs/event-bus.md', import.meta.url), 'utf8');
const patterns = [...documented.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']): unknown => JSON.parse(json));

const believed = (credibility: number) => ({ evidence: { reliability: 'B', credibility } });
const correction = (fields: object): NewEvent => NewEvent.parse(fields);
const withIndia = as('IND:participant', 'PAK:participant');

/** What is recorded, stream by stream. */
const recorded: [stream: string, events: NewEvent[]][] = [
  [
    'relation/BGD-PAK',
    [
      meeting({ topics: ['defence-ties'] }),
      meeting({ topics: ['trade'] }),
      sampleEvent('CriticismExpressed', { ...as('BGD:source', 'PAK:target'), ...believed(2) }),
      sampleEvent('CriticismExpressed', { ...as('BGD:source', 'PAK:target'), ...believed(4) }),
    ],
  ],
  ['relation/BGD-PAK', [correction({ type: 'EventRetracted', of: 'relation.BGD-PAK.2', reason: 'false' })]],
  [
    'relation/IND-PAK',
    [
      sampleEvent('TalksHeld', { ...withIndia, topics: ['intelligence-sharing'] }),
      sampleEvent('TalksHeld', { ...withIndia, bearsOn: ['BGD-PAK'] }),
      sampleEvent('AccusationMade', { ...as('IND:source', 'PAK:target'), ...believed(1), modality: 'hypothetical' }),
    ],
  ],
];

const rise = (dyad: string): AnnouncedPhase => ({
  id: `relation.${dyad}/tone/2024-08`,
  dyad,
  channel: 'tone',
  kind: 'better',
  month: '2024-08',
  position: 1,
  announcedAt: '2024-09-01T00:00:00.000Z',
  words: '',
  before: 0,
  after: 1,
  evidence: [],
});

/** The ids of the events that each documented rule lets through, in the order of the feed. */
const matched: string[][] = patterns.map(() => []);
beforeAll(async () => {
  const stores = inMemoryStores();
  const append = appending(stores.ledger);
  for (const [stream, events] of recorded) await append({ stream, events });
  await sweep(stores, 1);
  const rules = matched.map((ids, index) => ({
    busName: 'chancery-dev',
    matches: eventPattern(patterns[index]),
    targets: [async ({ detail }: BusEvent) => void ids.push((detail as { id: string }).id)],
  }));
  const bus = eventBuses({ busNames: ['chancery-dev'], rules, accountId: '000000000000', region: 'eu-west-1' });
  const put = (entries: readonly { source: string; detailType: string; detail: string }[]) => {
    const named = entries.map(({ source, detailType, detail }) => ({
      EventBusName: 'chancery-dev',
      Source: source,
      DetailType: detailType,
      Detail: detail,
    }));
    expect(bus.putEvents({ Entries: named })).toMatchObject({ reply: { FailedEntryCount: 0 } });
    return Promise.resolve([]);
  };
  await consumeFeed(publisher({ put }, stores.ledger), stores);
  await put([phaseEntry(rise('BGD-PAK')), phaseEntry(rise('IND-PAK'))]);
});

describe('a rule on the event bus, as documented', () => {
  it.for([
    [
      'follows a dyad',
      0,
      ['BGD-PAK.1', 'BGD-PAK.2', 'BGD-PAK.3', 'BGD-PAK.4', 'BGD-PAK.5', 'BGD-PAK/tone/2024-08', 'IND-PAK.2'],
    ],
    ['picks credible conflict that was held', 1, ['BGD-PAK.3']],
    ['picks types and topics', 2, ['BGD-PAK.1', 'IND-PAK.1']],
    ['follows corrections', 3, ['BGD-PAK.5']],
    ['follows changes of phase', 4, ['BGD-PAK/tone/2024-08']],
  ] as const)('%s', ([, index, ids]) => {
    expect(matched[index]?.toSorted()).toEqual(ids.map((id) => `relation.${id}`));
  });

  it('is one of those that are tried here', () => {
    expect(patterns).toHaveLength(5);
  });
});
