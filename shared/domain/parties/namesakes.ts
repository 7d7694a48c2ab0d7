/** A region with the name of a party: its country, and its cities as folded names. */
export interface Namesake {
  readonly region: string;
  readonly country: string;
  readonly cities: readonly string[];
}

/** Regions that reports, and those who code them, confuse with parties; by the party's code. */
export const namesakes: Readonly<Record<string, Namesake>> = {
  GEO: { region: 'the US state of Georgia', country: 'USA', cities: ['atlanta', 'savannah', 'augusta', 'macon', 'athens'] }, // prettier-ignore
  LUX: { region: 'the Belgian province of Luxembourg', country: 'BEL', cities: ['arlon', 'bastogne'] },
  MDA: { region: 'the Romanian region of Moldavia', country: 'ROU', cities: ['iasi', 'bacau'] },
  MKD: { region: 'the Greek region of Macedonia', country: 'GRC', cities: ['thessaloniki'] },
  MNG: { region: 'the Chinese region of Inner Mongolia', country: 'CHN', cities: ['hohhot'] },
  AZE: { region: 'the Iranian region of Azerbaijan', country: 'IRN', cities: ['tabriz', 'ardabil'] },
};
