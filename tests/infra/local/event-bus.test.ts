import { describe, expect, it } from 'vitest';
import { eventBuses, type PublishedEntry } from '#infra/local/cloud/eventbridge/event-bus.ts';
import { eventPattern } from '#infra/local/cloud/eventbridge/event-pattern.ts';
import { targetInput, type BusEvent } from '#infra/local/cloud/eventbridge/target-input.ts';

const delivered: BusEvent[] = [];
const buses = eventBuses({
  busNames: ['chancery'],
  accountId: '000000000000',
  region: 'eu-west-1',
  rules: [
    {
      busName: 'chancery',
      matches: eventPattern({ 'detail-type': ['Wanted'] }),
      targets: [async (event) => void delivered.push(event)],
    },
  ],
});
const entry = { EventBusName: 'chancery', Source: 'test', DetailType: 'Wanted', Detail: '{"n":1}' };

describe('an event bus', () => {
  it('hands an accepted entry to the rules that match, and to those who listen', () => {
    const heard: PublishedEntry[] = [];
    buses.onPublished((published) => heard.push(published));
    const { status, reply } = buses.putEvents({ Entries: [entry, { ...entry, DetailType: 'Other' }] });
    expect({ status, reply }).toMatchObject({ status: 200, reply: { FailedEntryCount: 0 } });
    expect(delivered).toMatchObject([{ version: '0', 'detail-type': 'Wanted', source: 'test', detail: { n: 1 } }]);
    expect(heard.map(({ detailType }) => detailType)).toEqual(['Wanted', 'Other']);
  });

  it.each([
    ['malformed detail', { Detail: '{' }, 'MalformedDetail'],
    ['detail that is no object', { Detail: '"x"' }, 'MalformedDetail'],
    ['no source', { Source: undefined }, 'InvalidArgument'],
    ['a bus that does not exist', { EventBusName: 'nowhere' }, 'ResourceNotFoundException'],
  ])('refuses one entry with %s and takes the others', (_name, wrong, ErrorCode) => {
    const { reply } = buses.putEvents({ Entries: [{ ...entry, ...wrong }, entry] });
    expect(reply).toMatchObject({ FailedEntryCount: 1, Entries: [{ ErrorCode }, { EventId: expect.any(String) }] });
  });

  it.each([
    ['eleven entries', { Entries: Array.from({ length: 11 }, () => entry) }],
    ['more than 256 KB', { Entries: [{ ...entry, Detail: JSON.stringify({ text: 'x'.repeat(256 * 1024) }) }] }],
    ['no entries', { Entries: [] }],
  ])('refuses a whole call with %s', (_name, input) => {
    expect(buses.putEvents(input)).toMatchObject({ status: 400, reply: { __type: 'ValidationException' } });
  });
});

describe('the input of a target', () => {
  const event: BusEvent = {
    version: '0',
    id: '1',
    'detail-type': 'Wanted',
    source: 'test',
    account: '0',
    time: '2025-01-16T00:00:00Z',
    region: 'eu-west-1',
    resources: ['arn:one'],
    detail: { name: 'a "name"', list: [1, 2] },
  };

  it.each([
    ['the whole event', {}, event],
    ['a constant', { Input: '{"fixed":true}' }, { fixed: true }],
    ['a part of the event', { InputPath: '$.detail.list[1]' }, 2],
    [
      'a template, with values as JSON and inside text',
      {
        InputTransformer: {
          InputPathsMap: { name: '$.detail.name', list: '$.detail.list' },
          InputTemplate: '{"name":<name>,"list":<list>,"text":"of <name>","rule":<aws.events.rule-name>}',
        },
      },
      { name: 'a "name"', list: [1, 2], text: 'of a "name"', rule: 'watch' },
    ],
  ])('is %s', (_name, target, expected) => {
    expect(targetInput(target, 'arn:aws:events:eu-west-1:0:rule/watch')(event)).toEqual(expected);
  });

  it('is refused when its path is not understood', () => {
    expect(() => targetInput({ InputPath: '$..name' }, 'arn')).toThrow(/does not understand the path/);
  });
});
