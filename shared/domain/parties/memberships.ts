/** The membership of a party in an organisation, with the page at which to check its dates. */
export interface Membership {
  readonly organisation: string;
  readonly member: string;
  /** The first day (`YYYY-MM-DD`), or the month (`YYYY-MM`) where no day is published. */
  readonly from: string;
  /** The last day (`YYYY-MM-DD`); `null`: it is still a member. */
  readonly to: string | null;
  /** The page of the organisation at which to check the dates. */
  readonly source: string;
}

/**
 * Lists the members of organisations by the day or month on which they joined; the last day of a former member follows
 * a slash. The dates are those that the organisations publish; `source` is the place to check them. Founders of the EU
 * and NATO count from the entry into force of the founding treaty, those of the others from the day on which the
 * founding charter or declaration was signed.
 */
const organisations: Readonly<Record<string, { readonly source: string; readonly members: readonly string[] }>> = {
  'x-eu': {
    source: 'https://european-union.europa.eu/principles-countries-history/eu-countries_en',
    members: [
      '1958-01-01 BEL DEU FRA ITA LUX NLD',
      '1973-01-01 DNK IRL GBR/2020-01-31',
      '1981-01-01 GRC',
      '1986-01-01 ESP PRT',
      '1995-01-01 AUT FIN SWE',
      '2004-05-01 CYP CZE EST HUN LTU LVA MLT POL SVK SVN',
      '2007-01-01 BGR ROU',
      '2013-07-01 HRV',
    ],
  },
  'x-nato': {
    source: 'https://www.nato.int/cps/en/natohq/topics_52044.htm',
    members: [
      '1949-08-24 BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA',
      '1952-02-18 GRC TUR',
      '1955-05-06 DEU',
      '1982-05-30 ESP',
      '1999-03-12 CZE HUN POL',
      '2004-03-29 BGR EST LTU LVA ROU SVK SVN',
      '2009-04-01 ALB HRV',
      '2017-06-05 MNE',
      '2020-03-27 MKD',
      '2023-04-04 FIN',
      '2024-03-07 SWE',
    ],
  },
  'x-asean': {
    source: 'https://asean.org/member-states/',
    members: [
      '1967-08-08 IDN MYS PHL SGP THA',
      '1984-01-07 BRN',
      '1995-07-28 VNM',
      '1997-07-23 LAO MMR',
      '1999-04-30 KHM',
      '2025-10-26 TLS',
    ],
  },
  'x-saarc': {
    source: 'https://www.saarc-sec.org/index.php/about-saarc/about-saarc',
    members: ['1985-12-08 BGD BTN IND LKA MDV NPL PAK', '2007-04-03 AFG'],
  },
  'x-bimstec': {
    source: 'https://bimstec.org/about-bimstec',
    members: ['1997-06-06 BGD IND LKA THA', '1997-12-22 MMR', '2004-02 BTN NPL'],
  },
  'x-d8': {
    source: 'https://developing8.org/about-d-8/',
    members: ['1997-06-15 BGD EGY IDN IRN MYS NGA PAK TUR', '2024-12-19 AZE'],
  },
  'x-gcc': {
    source: 'https://www.gcc-sg.org/en/AboutUs/Pages/StartingPointsAndGoals.aspx',
    members: ['1981-05-25 ARE BHR KWT OMN QAT SAU'],
  },
  'x-sco': {
    source: 'https://eng.sectsco.org/20170109/192193.html',
    members: ['2001-06-15 CHN KAZ KGZ RUS TJK UZB', '2017-06-09 IND PAK', '2023-07-04 IRN', '2024-07-04 BLR'],
  },
};

const membership = /^([A-Z]{3})(?:\/(\d{4}-\d\d-\d\d))?$/;

/** Every membership, by organisation and in the order of joining; a malformed line throws when the module is loaded. */
export const memberships: readonly Membership[] = Object.entries(organisations).flatMap(
  ([organisation, { source, members }]) =>
    members.flatMap((line) => {
      const [from = '', ...joined] = line.split(' ');
      return joined.map((text): Membership => {
        const [, member, to = null] = membership.exec(text) ?? [];
        if (member === undefined) throw new Error(`${text} is not a member of ${organisation}`);
        return { organisation, member, from, to, source };
      });
    }),
);

/** The organisations whose members are listed here. */
export const listedOrganisations: readonly string[] = Object.keys(organisations);

/** A party becomes a member of an organisation with a day (`YYYY-MM-DD`, or `YYYY-MM`), or is one to its end. */
export interface MembershipStep {
  readonly organisation: string;
  readonly kind: 'joined' | 'left';
  readonly day: string;
}

const ofMember: ReadonlyMap<string, readonly MembershipStep[]> = new Map(
  [...Map.groupBy(memberships, ({ member }) => member)].map(([member, all]) => [
    member,
    all.flatMap(({ organisation, from, to }): MembershipStep[] => [
      { organisation, kind: 'joined', day: from },
      ...(to === null ? [] : [{ organisation, kind: 'left', day: to } as const]),
    ]),
  ]),
);

/**
 * Returns the organisations that a party is a member of on a day (`YYYY-MM-DD`), by the day of joining: by the last step
 * until then, of those listed here and those recorded. Of one day the recorded step counts.
 */
export function organisationsOf(party: string, day: string, recorded: readonly MembershipStep[] = []): string[] {
  const steps = [...(ofMember.get(party) ?? []), ...recorded].filter((step) =>
    step.kind === 'joined' ? step.day <= day : step.day < day,
  );
  const last = new Map(steps.toSorted(byDay).map((step) => [step.organisation, step]));
  const joined = [...last.values()].filter(({ kind }) => kind === 'joined');
  return joined.toSorted(byDay).map(({ organisation }) => organisation);
}

const byDay = (one: MembershipStep, other: MembershipStep): number =>
  one.day < other.day ? -1 : Number(one.day > other.day);
