import { describe, expect, it } from 'vitest';
import { representationOn } from '#shared/domain/lifecycles/representation.ts';
import { stepsIn, type Told } from '#tests/support/steps-in.ts';

interface Given {
  readonly bgd?: readonly Told[];
  readonly pak?: readonly Told[];
  readonly relations?: readonly Told[];
}

const [fromBgd, fromPak] = ['BGD:sender PAK:receiver', 'PAK:sender BGD:receiver'];

const on = (day: string, { bgd = [], pak = [], relations = [] }: Given) =>
  representationOn(day, ['BGD', 'PAK'], {
    missions: [stepsIn('mission/BGD-PAK', ...bgd), stepsIn('mission/PAK-BGD', ...pak)],
    relations: stepsIn('relation/BGD-PAK', ...relations),
  });

const person = (id: string) => ({
  participants: [
    { party: 'BGD', role: 'sender', person: { id: `person:${id}`, name: id } },
    { party: 'PAK', role: 'receiver' },
  ] as const,
});

describe('a mission', () => {
  const opened: Told = ['MissionOpened', '1976', fromBgd, { level: 'ambassador' }];

  it('is open from its opening to its closing, and unknown before', () => {
    const closed: Told = ['MissionClosed', '2016-11-01', fromBgd];
    const statuses = ['1975-12-31', '1977-01-01', '2016-11-01'].map(
      (day) => on(day, { bgd: [closed, opened] }).missions[0].status,
    );
    expect(statuses).toEqual(['unknown', 'open', 'closed']);
    expect(on('1976-06-01', { bgd: [opened] }).missions[0]).toMatchObject({ status: 'open', certain: false });
  });

  it('that was opened reciprocally was opened both ways', () => {
    const { missions } = on('1980-01-01', {
      bgd: [['MissionOpened', '1976', fromBgd, { reciprocal: true, level: 'ambassador' }]],
    });
    expect(missions).toMatchObject([
      { sender: 'BGD', receiver: 'PAK', status: 'open', rank: 'ambassador' },
      { sender: 'PAK', receiver: 'BGD', status: 'open', rank: 'ambassador' },
    ]);
    expect(on('1980-01-01', { bgd: [opened] }).missions[1].status).toBe('unknown');
  });

  it('ends with severed relations, and does not open again by itself when they are restored', () => {
    const relations: Told[] = [
      ['RelationsEstablished', '1974', 'BGD:participant PAK:participant'],
      ['RelationsSevered', '2000-01-01', 'BGD:source PAK:target'],
      ['RelationsRestored', '2005-01-01', 'BGD:participant PAK:participant'],
    ];
    const given = { bgd: [opened], relations };
    expect(on('1999-01-01', given)).toMatchObject({ relations: { status: 'established', since: { date: '1974' } } });
    expect(on('2001-01-01', given)).toMatchObject({
      relations: { status: 'severed', since: { date: '2000-01-01' } },
      missions: [{ status: 'closed', since: { event: 'relation.BGD-PAK.2' } }, { status: 'closed' }],
    });
    expect(on('2006-01-01', given)).toMatchObject({
      relations: { status: 'established' },
      missions: [{ status: 'closed' }, {}],
    });
  });

  it('has the rank that it was last given', () => {
    const downgraded: Told = ['RepresentationDowngraded', '2016', fromBgd, { level: 'charge-d-affaires' }];
    expect(on('2015-01-01', { bgd: [opened, downgraded] }).missions[0].rank).toBe('ambassador');
    expect(on('2017-01-01', { bgd: [opened, downgraded] }).missions[0].rank).toBe('charge-d-affaires');
    expect(on('2017-01-01', { bgd: [downgraded] }).missions[0].status).toBe('open');
  });
});

describe('a mission that was observed', () => {
  const seen: Told = ['RepresentationObserved', '2022-11-16', fromBgd, { level: 'ambassador', post: 'embassy' }];
  const mission = (day: string, ...bgd: Told[]) => on(day, { bgd }).missions[0];

  it('has been there since some time before, and is not known of earlier', () => {
    expect(mission('2023-01-01', seen)).toMatchObject({
      status: 'open', since: { date: '../2022-11-16', from: null, to: '2022-11-16' }, rank: 'ambassador', post: 'embassy',
      observed: { date: '2022-11-16', event: 'mission.BGD-PAK.1' },
    }); // prettier-ignore
    expect(mission('2022-11-15', seen)).toMatchObject({ status: 'unknown', observed: null });
  });

  it('has been there since its opening, once that is known', () => {
    const opened: Told = ['MissionOpened', '1972', fromBgd];
    const until: Told = ['MissionOpened', '../2022-11-16', fromBgd];
    expect(mission('2023-01-01', seen, opened)).toMatchObject({ since: { date: '1972' }, rank: 'ambassador', observed: { date: '2022-11-16' } }); // prettier-ignore
    expect(mission('2023-01-01', until, opened)).toMatchObject({ since: { date: '1972' } });
    expect(mission('2000-01-01', until, opened)).toMatchObject({ status: 'open', since: { date: '1972' } });
  });

  it('was opened again, or closed, where an observation tells otherwise than what was known', () => {
    const closed: Told = ['MissionClosed', '1990', fromBgd];
    expect(mission('2023-01-01', closed, seen)).toMatchObject({ status: 'open', since: { date: '../2022-11-16' } });
    const gone: Told = ['RepresentationObserved', '2023-05-01', fromBgd, { absent: true }];
    expect(mission('2023-06-01', seen, gone)).toMatchObject({ status: 'closed', since: { date: '../2023-05-01' }, rank: null }); // prettier-ignore
  });
});

describe('the post of a mission', () => {
  const mission = (day: string, ...bgd: Told[]) => on(day, { bgd }).missions[0];

  it('may be raised, move to the receiving state, and says whence it is served', () => {
    const away: Told = ['MissionOpened', '1980', fromBgd, { level: 'ambassador', seat: 'IND' }];
    const resident: Told = ['MissionOpened', '2020', fromBgd, { level: 'ambassador', post: 'embassy', nonResident: false }]; // prettier-ignore
    expect(mission('1990-01-01', away)).toMatchObject({
      nonResident: true,
      seat: 'IND',
      post: null,
      rank: 'ambassador',
    });
    expect(mission('2021-01-01', away, resident)).toMatchObject({ nonResident: false, seat: null, post: 'embassy' });
    const credentials: Told = ['CredentialsPresented', '1985', fromBgd, { nonResident: true }];
    expect(mission('1990-01-01', credentials)).toMatchObject({ nonResident: true, post: null });
  });

  it('is a legation under a minister, an interests section while relations are severed', () => {
    const legation: Told = ['MissionOpened', '1848-08-12', fromBgd, { level: 'minister', post: 'legation' }];
    expect(mission('1850-01-01', legation)).toMatchObject({ rank: 'minister', post: 'legation' });
    const section: Told = ['MissionOpened', '1977-09-01', fromBgd, { level: 'interests-section' }];
    const relations: Told[] = [['RelationsSevered', '1961-01-03', 'BGD:source PAK:target']];
    const [severed] = on('1970-01-01', { bgd: [legation, section], relations }).missions;
    const [served] = on('1980-01-01', { bgd: [legation, section], relations }).missions;
    expect([severed.status, served.status, served.rank]).toEqual(['closed', 'open', 'interests-section']);
  });

  it('stands beside consular ones, which open and close for themselves and outlive severed relations', () => {
    const at = (city: string) => ({ post: 'consulate-general', place: { city } }) as const;
    const told: Told[] = [
      ['MissionOpened', '1976', fromBgd, { post: 'high-commission', level: 'ambassador' }],
      ['MissionOpened', '1980', fromBgd, at('Karachi')],
      ['RepresentationObserved', '1985', fromBgd, at('Lahore')],
      ['MissionClosed', '1990', fromBgd, at('karachi')],
      ['MissionClosed', '1995', fromBgd],
    ];
    expect(mission('1986-01-01', ...told)).toMatchObject({
      status: 'open', post: 'high-commission',
      consulates: [{ city: 'Karachi', status: 'open', certain: true, since: { date: '1980' } }, { city: 'Lahore', status: 'open' }],
    }); // prettier-ignore
    expect(mission('1996-01-01', ...told)).toMatchObject({
      status: 'closed', consulates: [{ status: 'closed', since: { date: '1990' } }, { status: 'open' }],
    }); // prettier-ignore
    const relations: Told[] = [['RelationsSevered', '1987', 'BGD:source PAK:target']];
    expect(on('1988-01-01', { bgd: told, relations }).missions[0]).toMatchObject({
      status: 'closed', consulates: [{ status: 'open' }, { status: 'open' }],
    }); // prettier-ignore
  });

  it('in one only is an asymmetry of residence', () => {
    const bgd: Told[] = [['MissionOpened', '1980', fromBgd, { nonResident: true }]];
    const pak: Told[] = [['MissionOpened', '1980', fromPak, { nonResident: false }]];
    expect(on('1990-01-01', { bgd, pak }).asymmetries).toEqual([
      { kind: 'residence', explanation: 'BGD in PAK: non-resident; PAK in BGD: resident' },
    ]);
  });
});

describe('the head of a mission', () => {
  const course: Told[] = [
    ['AmbassadorNominated', '2020-01-10', fromBgd, person('ahmed')],
    ['AgrementGranted', '2020-02-10', fromBgd],
    ['CredentialsPresented', '2020-04-01', fromBgd, person('ahmed')],
    ['AmbassadorRecalled', '2021-05-01', fromBgd, { recall: 'for-consultations' }],
    ['AmbassadorReturned', '2021-06-01', fromBgd],
    ['AmbassadorNominated', '2022-01-10', fromBgd, person('begum')],
    ['AgrementRefused', '2022-02-10', fromBgd],
    ['DiplomatExpelled', '2023-01-01', fromBgd, { diplomats: 3 }],
    ['DiplomatExpelled', '2023-02-01', fromBgd, person('ahmed')],
  ];

  it.each([
    ['2020-03-01', null, 'agrement-granted'],
    ['2020-04-01', 'accredited', undefined],
    ['2021-05-15', 'recalled-for-consultations', undefined],
    ['2021-07-01', 'accredited', undefined],
    ['2022-03-01', 'accredited', 'agrement-refused'],
    ['2023-01-15', 'accredited', 'agrement-refused'],
    ['2023-03-01', 'expelled', 'agrement-refused'],
  ])('is on %s %s, and who is to follow %s', (day, head, designate) => {
    const [mission] = on(day, { bgd: course.toReversed() }).missions;
    expect([mission.head?.status ?? null, mission.designate?.status]).toEqual([head, designate]);
  });

  it('keeps the dates of the way to the post', () => {
    expect(on('2021-01-01', { bgd: course }).missions[0]).toMatchObject({
      head: {
        person: { id: 'person:ahmed' },
        nominated: { date: '2020-01-10' },
        agrement: { date: '2020-02-10' },
        credentials: { date: '2020-04-01' },
      },
      designate: null,
    });
  });

  it('and others may be declared non grata: how many, at least', () => {
    expect(on('2024-01-01', { bgd: course }).missions[0].expulsions).toEqual({ times: 2, diplomats: 4 });
  });
});

describe('asymmetries', () => {
  const opened = (who: string): Told => ['MissionOpened', '1976', who, { level: 'ambassador' }];

  it('are named: one mission closed, another rank, one head at home', () => {
    expect(on('2020-01-01', { bgd: [opened(fromBgd)], pak: [['MissionClosed', '2019', fromPak]] }).asymmetries).toEqual(
      [{ kind: 'mission', explanation: 'BGD in PAK: mission open; PAK in BGD: mission closed' }],
    );
    const pak: Told[] = [
      ['RepresentationDowngraded', '2018', fromPak, { level: 'charge-d-affaires' }],
      ['AmbassadorRecalled', '2018', fromPak, { recall: 'for-good' }],
    ];
    const bgd: Told[] = [opened(fromBgd), ['CredentialsPresented', '2017', fromBgd]];
    expect(on('2020-01-01', { bgd, pak }).asymmetries.map(({ kind }) => kind)).toEqual(['rank', 'head']);
  });

  it('are not seen in what is not known', () => {
    expect(on('2020-01-01', {}).asymmetries).toEqual([]);
    expect(on('2020-01-01', { bgd: [opened(fromBgd)] }).asymmetries).toEqual([]);
  });
});
