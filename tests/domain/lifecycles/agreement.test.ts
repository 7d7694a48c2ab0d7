import { describe, expect, it } from 'vitest';
import { agreementOn } from '#shared/domain/lifecycles/agreement.ts';
import type { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import { stepsIn, type Told } from '#tests/support/steps-in.ts';

const agreement = (...told: readonly Told[]) => stepsIn('agreement/tipnis', ...told);
const statusOn = (day: string, ...told: readonly Told[]) => agreementOn(day, agreement(...told))?.status;
const between = (pair: string, day: string, ...told: readonly Told[]) =>
  agreementOn(day, agreement(...told), pair.split('-'))?.status;

const both = 'BGD:signatory PAK:signatory';
const [bgd, pak, ind] = ['BGD:signatory', 'PAK:signatory', 'IND:signatory'];
const signed: Told = ['AgreementSigned', '2020-01-10', both, { title: 'Trade agreement' }];
const ratifiedByBgd: Told = ['AgreementRatified', '2020-03-01', bgd];
const ratifiedByPak: Told = ['AgreementRatified', '2020-06-01', pak];
const entered: Told = ['AgreementEnteredIntoForce', '2020-09-01', both];

describe('an agreement between two', () => {
  it.each([
    ['2019-06-01', undefined],
    ['2019-12-31', 'negotiated'],
    ['2020-01-10', 'signed'],
    ['2020-05-31', 'signed'],
    ['2020-06-01', 'presumed-in-force'],
    ['2020-09-01', 'in-force'],
    ['2021-05-01', 'suspended'],
    ['2021-08-01', 'in-force'],
    ['2022-12-31', 'in-force'],
    ['2023-01-01', 'denounced'],
    ['2024-01-01', 'terminated'],
  ])('on %s is %s', (day, status) => {
    const negotiated: Told = ['AgreementNegotiated', '2019-12', both];
    const suspended: Told = ['AgreementSuspended', '2021-05-01', pak];
    const resumed: Told = ['AgreementResumed', '2021-08-01', pak];
    const denounced: Told = ['AgreementDenounced', '2022-07-01', pak, { effective: '2023-01-01' }];
    const terminated: Told = ['AgreementTerminated', '2024-01-01', both];
    const late = [terminated, resumed, denounced, ratifiedByPak, entered, suspended, negotiated, signed, ratifiedByBgd];
    expect(statusOn(day, ...late)).toBe(status);
  });

  it('is only presumed to be in force when all have ratified and no entry into force is reported', () => {
    const { parties = [] } = agreementOn('2021-01-01', agreement(signed, ratifiedByPak, ratifiedByBgd)) ?? {};
    expect(parties).toMatchObject([
      { party: 'BGD', inForce: { ground: 'consent-of-all', since: { date: '2020-06-01' } } },
      { party: 'PAK', inForce: { ground: 'consent-of-all', since: { date: '2020-06-01' } } },
    ]);
    expect(statusOn('2021-01-01', signed)).toBe('signed');
    expect(statusOn('2021-01-01', signed, ratifiedByBgd)).toBe('signed');
  });

  it('enters into force for both, whichever of them the report names', () => {
    const named: Told = ['AgreementEnteredIntoForce', '2020-09-01', bgd];
    expect(statusOn('2021-01-01', signed, named)).toBe('in-force');
    expect(statusOn('2021-01-01', named)).toBe('in-force');
  });

  it('was in force before it was suspended, though no report gives a beginning', () => {
    const suspended: Told = ['AgreementSuspended', '2021', both];
    expect(statusOn('2022-01-01', signed, suspended)).toBe('suspended');
    expect(
      agreementOn('2023-01-01', agreement(signed, suspended, ['AgreementResumed', '2022-05', both])),
    ).toMatchObject({
      status: 'in-force',
      parties: [{ inForce: { ground: 'operated', since: null } }, { inForce: { ground: 'operated', since: null } }],
    });
  });

  it('is no longer ratified when the ratification was retracted or denied', () => {
    const all = [signed, ratifiedByBgd, ratifiedByPak] as const;
    const without = (more: NonNullable<Told[3]>): Told[] => [all[0], all[1], [all[2][0], all[2][1], all[2][2], more]];
    expect(statusOn('2021-01-01', ...all)).toBe('presumed-in-force');
    expect(statusOn('2021-01-01', ...without({ withdrawn: { reason: 'false' } }))).toBe('signed');
    expect(statusOn('2021-01-01', ...without({ modality: 'denied', deniedBy: ['PAK'] }))).toBe('signed');
  });

  it('is uncertainly in force while its entry may not have come yet', () => {
    const about: Told = ['AgreementEnteredIntoForce', '2020-09', both];
    expect(agreementOn('2020-09-15', agreement(signed, about))).toMatchObject({ status: 'in-force', certain: false });
    expect(agreementOn('2020-09-30', agreement(signed, about))).toMatchObject({ status: 'in-force', certain: true });
  });

  it('is unconfirmed while nothing of it is held, and there is none when all was withdrawn', () => {
    expect(statusOn('2021-01-01', ['AgreementSigned', '2021', both, { title: 'MoU', modality: 'planned' }])).toBe(
      'unconfirmed',
    );
    expect(
      statusOn('2021-01-01', ['AgreementSigned', '2020', both, { withdrawn: { reason: 'duplicate' } }]),
    ).toBeUndefined();
  });
});

describe('an agreement of several', () => {
  const three = 'BGD:signatory PAK:signatory IND:signatory';
  const signedByThree: Told = ['AgreementSigned', '2020-01-10', three, { title: 'Convention' }];
  const enteredForTwo: Told = ['AgreementEnteredIntoForce', '2020-09-01', both];
  const ratifiedByInd: Told = ['AgreementRatified', '2021-01-01', ind];
  const acceded: Told = ['AgreementAcceded', '2022-01-01', 'NPL:signatory'];

  it('is in force between those for whom it has entered into force, and no others', () => {
    const told = [signedByThree, enteredForTwo, ratifiedByInd, acceded] as const;
    expect(between('BGD-PAK', '2020-10-01', ...told)).toBe('in-force');
    expect(between('BGD-IND', '2020-10-01', ...told)).toBe('signed');
    expect(between('BGD-IND', '2021-01-01', ...told)).toBe('in-force');
    expect(between('BGD-NPL', '2021-12-31', ...told)).toBe('negotiated');
    expect(between('IND-NPL', '2022-01-01', ...told)).toBe('in-force');
    expect(between('BGD-LKA', '2022-01-01', ...told)).toBeUndefined();
    expect(agreementOn('2022-06-01', agreement(...told))?.parties.map(({ inForce }) => inForce?.ground)).toEqual([
      'reported',
      'reported',
      'consent-after-entry',
      'consent-after-entry',
    ]);
  });

  it('stays in force among the others when one denounces or suspends it', () => {
    const told: Told[] = [
      signedByThree,
      ['AgreementEnteredIntoForce', '2020-09-01', three],
      ['AgreementDenounced', '2021-01-01', pak],
      ['AgreementSuspended', '2021-06-01', ind],
      ['AgreementAcceded', '2022-01-01', pak],
    ];
    expect(between('BGD-PAK', '2021-02-01', ...told)).toBe('denounced');
    expect(between('BGD-IND', '2021-02-01', ...told)).toBe('in-force');
    expect(statusOn('2021-02-01', ...told)).toBe('in-force');
    expect(statusOn('2021-06-01', ...told)).toBe('suspended');
    expect(between('BGD-PAK', '2022-01-01', ...told)).toBe('in-force');
  });

  it('is ratified between two who have, while others still have not', () => {
    expect(between('BGD-PAK', '2020-12-01', signedByThree, ratifiedByBgd, ratifiedByPak)).toBe('ratified');
  });
});

describe('an agreement with a rule on its entry into force', () => {
  const four = 'BGD:signatory PAK:signatory IND:signatory LKA:signatory';
  const withRule = (entryIntoForce: EntryIntoForce): Told => [
    'AgreementSigned', '2020-01-10', four, { title: 'Convention', entryIntoForce },
  ]; // prettier-ignore
  const consents: Told[] = [
    ['AgreementRatified', '2020-03-01', bgd, { form: 'approval' }],
    ['AgreementAcceded', '2020-06-01', 'NPL:signatory'],
    ['AgreementRatified', '2020-08-31', pak],
    ['AgreementRatified', '2021-01-15', ind],
  ];
  const rule = { consents: 3, after: 'P30D' };
  const party = (day: string, code: string, ...told: readonly Told[]) =>
    agreementOn(day, agreement(...told))?.parties.find((one) => one.party === code);

  it('enters into force so long after so many consents, and later for who consents later', () => {
    const told = [withRule(rule), ...consents];
    expect([statusOn('2020-09-29', ...told), statusOn('2020-09-30', ...told)]).toEqual(['signed', 'in-force']);
    expect(agreementOn('2020-10-01', agreement(...told))).toMatchObject({
      entryIntoForce: rule,
      enteredIntoForce: { date: '2020-09-30', event: 'agreement.tipnis.4' },
    });
    expect(agreementOn('2020-09-29', agreement(...told))?.enteredIntoForce).toBeNull();
    expect(party('2021-02-13', 'IND', ...told)).toMatchObject({ status: 'consented', inForce: null });
    expect(party('2021-02-14', 'IND', ...told)).toMatchObject({
      status: 'in-force',
      inForce: { ground: 'rule', since: { date: '2021-02-14' } },
    });
    expect(between('BGD-NPL', '2020-10-01', ...told)).toBe('in-force');
    expect(between('BGD-LKA', '2020-10-01', ...told)).toBe('signed');
  });

  it.each([
    [{ consents: 3 }, '2020-08-30', '2020-08-31'],
    [{ consents: 2, by: ['PAK'] }, '2020-08-30', '2020-08-31'],
    [{ by: ['BGD', 'NPL'], after: 'P3M' }, '2020-08-31', '2020-09-01'],
    [{ consents: 3, after: 'P6M' }, '2021-02-27', '2021-02-28'],
    [{ consents: 2, on: '2020-12-01' }, '2020-11-30', '2020-12-01'],
    [{ on: '2020-02-01' }, '2020-01-31', '2020-02-01'],
  ] as const)('is not in force by %j on %s, but on %s', (entryIntoForce, before, day) => {
    const told = [withRule({ ...entryIntoForce, by: 'by' in entryIntoForce ? [...entryIntoForce.by] : undefined }), ...consents]; // prettier-ignore
    expect(statusOn(before, ...told)).not.toBe('in-force');
    expect(statusOn(day, ...told)).toBe('in-force');
  });

  it('is not presumed in force by the consent of all, where the rule asks for more', () => {
    const told: Told[] = [['AgreementSigned', '2020-01-10', both, { entryIntoForce: { consents: 10 } }]];
    expect(statusOn('2022-01-01', ...told, ratifiedByBgd, ratifiedByPak)).toBe('ratified');
  });

  it('stays in force when a party leaves and comes back, and when an entry is reported that date counts', () => {
    const told: Told[] = [
      withRule(rule), ...consents,
      ['AgreementDenounced', '2022-01-01', pak], ['AgreementAcceded', '2023-01-01', pak],
    ]; // prettier-ignore
    expect(statusOn('2022-06-01', ...told)).toBe('in-force');
    expect(party('2022-06-01', 'PAK', ...told)?.status).toBe('denounced');
    expect(party('2023-01-15', 'PAK', ...told)?.status).toBe('consented');
    expect(party('2023-01-31', 'PAK', ...told)?.status).toBe('in-force');
    expect(agreementOn('2023-02-01', agreement(...told))?.enteredIntoForce?.date).toBe('2020-09-30');
    const reported: Told = ['AgreementEnteredIntoForce', '2020-10-05', bgd];
    expect(agreementOn('2023-02-01', agreement(...told, reported))?.enteredIntoForce?.date).toBe('2020-10-05');
  });

  it('is uncertainly in force while a consent has no exact day', () => {
    const told: Told[] = [withRule({ consents: 1, after: 'P30D' }), ['AgreementRatified', '2020-03', bgd], ['AgreementAcceded', '2020-03', pak]]; // prettier-ignore
    expect(agreementOn('2020-04-10', agreement(...told))).toMatchObject({ status: 'in-force', certain: false });
    expect(agreementOn('2020-04-30', agreement(...told))).toMatchObject({
      certain: true,
      enteredIntoForce: { date: '2020-03-31/2020-04-30' },
    });
  });
});

describe('a party to an agreement', () => {
  const status = (day: string, ...told: readonly Told[]) =>
    agreementOn(day, agreement(...told))?.parties.map((one) => `${one.party} ${one.status}`);

  it('has withdrawn from it, revoked that, and withdrawn again', () => {
    const prk = 'PRK:signatory';
    const npt: Told[] = [
      ['AgreementSigned', '1968-07-01', 'GBR:signatory USA:signatory', { title: 'NPT' }],
      ['AgreementEnteredIntoForce', '1970-03-05', 'GBR:signatory USA:signatory'],
      ['AgreementAcceded', '1985-12-12', prk],
      ['AgreementDenounced', '1993-03-12', prk],
      ['DenunciationRevoked', '1993-06-11', prk],
      ['AgreementDenounced', '2003-01-10', prk],
    ];
    const on = (day: string) => agreementOn(day, agreement(...npt))?.parties.find(({ party }) => party === 'PRK');
    expect(['1990-01-01', '1993-04-01', '1994-01-01', '2004-01-01'].map((day) => on(day)?.status)).toEqual([
      'in-force', 'denounced', 'in-force', 'denounced',
    ]); // prettier-ignore
    expect(on('1994-01-01')).toMatchObject({ acceded: { date: '1985-12-12' }, denunciationRevoked: { date: '1993-06-11' } }); // prettier-ignore
  });

  it('stays one when it revokes its denunciation before that takes effect', () => {
    const told: Told[] = [
      signed, entered,
      ['AgreementDenounced', '2021-03-12', pak, { effective: '2021-06-12' }], ['DenunciationRevoked', '2021-06-11', pak],
    ]; // prettier-ignore
    expect(['2021-06-01', '2021-06-11', '2021-06-12', '2022-01-01'].map((day) => statusOn(day, ...told))).toEqual(
      Array.from({ length: 4 }, () => 'in-force'),
    );
    const again: Told = ['AgreementDenounced', '2023-01-10', pak, { effective: '2023-04-10' }];
    expect(statusOn('2023-05-01', ...told, again)).toBe('denounced');
  });

  it('signs, applies it provisionally, consents, withdraws that, and succeeds to it', () => {
    const told: Told[] = [
      ['AgreementSigned', '2020-01-10', 'BGD:signatory PAK:signatory IND:signatory', { title: 'Convention' }],
      ['AgreementProvisionallyApplied', '2020-02-01', both],
      ['AgreementRatified', '2020-03-01', ind, { form: 'acceptance' }],
      ['AgreementRatificationWithdrawn', '2020-04-01', ind],
      ['AgreementSuccessionNotified', '2021-05-01', 'SSD:signatory', { effective: '2020-07-09' }],
    ];
    expect(status('2020-01-10', ...told)).toEqual(['BGD signed', 'PAK signed', 'IND signed']);
    expect(status('2020-03-01', ...told)?.[2]).toBe('IND consented');
    expect(status('2020-04-01', ...told)).toEqual([
      'BGD applied-provisionally', 'PAK applied-provisionally', 'IND ratification-withdrawn',
    ]); // prettier-ignore
    expect(between('BGD-PAK', '2020-04-01', ...told)).toBe('applied-provisionally');
    expect(between('BGD-IND', '2020-04-01', ...told)).toBe('signed');
    expect(status('2020-07-09', ...told)?.[3]).toBe('SSD consented');
    expect(agreementOn('2020-03-15', agreement(...told))?.parties[2]).toMatchObject({ form: 'acceptance' });
    const left: Told = ['AgreementDenounced', '2022-01-01', pak];
    expect(status('2022-01-01', ...told, left)?.[1]).toBe('PAK denounced');
  });
});

describe('what the register says of an agreement', () => {
  it('is its title, what each party did, its amendments and reservations, and what it rests on', () => {
    const told: Told[] = [
      signed,
      ['AgreementReservationMade', '2020-01-10', pak, { concerning: 'Article 5' }],
      entered,
      ['AgreementAmended', '2021', both, { title: 'First protocol' }],
    ];
    expect(agreementOn('2022-01-01', agreement(...told))).toMatchObject({
      id: 'tipnis',
      title: 'Trade agreement',
      parties: [
        { party: 'BGD', signed: { date: '2020-01-10' }, ratified: null, reservations: [] },
        { party: 'PAK', reservations: [{ date: '2020-01-10', concerning: 'Article 5' }] },
      ],
      enteredIntoForce: { date: '2020-09-01', event: 'agreement.tipnis.3' },
      amendments: [{ date: '2021', title: 'First protocol' }],
      terminated: null,
      events: [{ id: 'agreement.tipnis.1' }, {}, {}, {}],
    });
  });
});
