import { describe, expect, it } from 'vitest';
import { as } from '#tests/support/sample-event.ts';
import { lifecycleService } from '#tests/support/lifecycle-service.ts';

const chancery = lifecycleService();
const opened = (occurred: string, who: Parameters<typeof as>, fields: object = {}) => ({
  type: 'MissionOpened',
  occurred,
  ...as(...who),
  ...fields,
});
const missionOf = async (dyad: string, on: string, index: 0 | 1) => {
  const { status, body } = await chancery.representation(dyad, { on });
  expect(status).toBe(200);
  return (body.missions as object[])[index];
};

describe('representation', () => {
  it('knows ministers, interests sections and non-resident ambassadors', async () => {
    const { record } = chancery;
    await record('2025-01-01', 'mission/USA-ECU', opened('1848-08-12', ['USA:sender', 'ECU:receiver'], { level: 'minister' })); // prettier-ignore
    await record('2025-01-01', 'mission/USA-CUB', opened('1977-09-01', ['USA:sender', 'CUB:receiver'], { level: 'interests-section' })); // prettier-ignore
    await record('2025-01-01', 'mission/IND-TUV', opened('1980', ['IND:sender', 'TUV:receiver'], { level: 'ambassador', nonResident: true })); // prettier-ignore
    expect(await missionOf('ECU-USA', '1850-01-01', 1)).toMatchObject({ status: 'open', rank: 'minister' });
    expect(await missionOf('CUB-USA', '1980-01-01', 1)).toMatchObject({ status: 'open', rank: 'interests-section' });
    expect(await missionOf('IND-TUV', '1990-01-01', 0)).toMatchObject({ rank: 'ambassador', nonResident: true });
    const { body } = await chancery.get('/relations/IND-TUV');
    expect(body.missions).toMatchObject([{ rank: 'ambassador', nonResident: true, post: null }, { status: 'unknown' }]);
  });

  it('takes an opening from before a day on which a mission was seen', async () => {
    const who = ['NZL:sender', 'PER:receiver'] as const;
    await chancery.record(
      '2025-01-02',
      'mission/NZL-PER',
      opened('../2022-11-16', [...who]),
      { ...opened('2023-01-01', [...who]), type: 'RepresentationObserved', post: 'embassy' },
      opened('1972', [...who]),
    );
    expect(await missionOf('NZL-PER', '2024-01-01', 0)).toMatchObject({
      status: 'open',
      since: { date: '1972' },
      post: 'embassy',
      observed: { date: '2023-01-01' },
    });
  });
});
