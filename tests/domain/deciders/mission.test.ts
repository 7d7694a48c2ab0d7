import { describe, expect, it } from 'vitest';
import { given } from '../given.ts';
import { as, sampleEvent } from '../sample-event.ts';

const stream = 'mission/BGD-PAK';
const parties = as('BGD:sender', 'PAK:receiver');
const opened = sampleEvent('MissionOpened', parties);
const closed = sampleEvent('MissionClosed', parties);
const recalled = sampleEvent('AmbassadorRecalled', parties);

describe('a mission', () => {
  it('is opened, closed and opened again', () => {
    expect(given(stream).when(opened)).toBe('recorded');
    expect(given(stream, opened).when(closed)).toBe('recorded');
    expect(given(stream, opened, closed).when(opened)).toBe('recorded');
  });

  it('may be known first by its closing or by a recall', () => {
    expect(given(stream).when(closed)).toBe('recorded');
    expect(given(stream).when(recalled)).toBe('recorded');
  });

  it('may see its ambassador recalled more than once', () => {
    expect(given(stream, opened, recalled).when(recalled)).toBe('recorded');
    expect(given(stream, opened, recalled).when(opened)).toBe('mission-already-open');
  });

  it('is not opened while it is open', () => {
    expect(given(stream, opened).when(opened)).toBe('mission-already-open');
  });

  it('is not closed twice', () => {
    expect(given(stream, closed).when(closed)).toBe('mission-already-closed');
  });

  it('has no ambassador to recall once it is closed', () => {
    expect(given(stream, closed).when(recalled)).toBe('mission-closed');
  });

  it('takes only events of its sender and its receiver', () => {
    expect(
      given(stream).when(sampleEvent('MissionOpened', { ...as('BGD:sender', 'IND:receiver'), thirdParties: ['PAK'] })),
    ).toBe('parties-not-of-this-mission');
  });

  it('is not opened by a denied opening', () => {
    expect(given(stream, sampleEvent('MissionOpened', { ...parties, modality: 'denied' })).when(opened)).toBe(
      'recorded',
    );
  });
});
