import isoCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';
import { partyName } from '../../party-name.ts';
import { go } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { count, decimal, t } from '../../text/text.ts';
import type { PartnerRow } from './partner-row.ts';

const topology = world as unknown as Topology<{ countries: GeometryCollection }>;

/** The alpha-3 code of a country of the map, which numbers them as ISO 3166-1 does. */
const alpha3 = new Map(
  (isoCodes as readonly (readonly string[])[]).map(([, code = '', number = '']) => [number, code]),
);

const colours = ['score', 'tempo', 'contact'] as const;
type Colour = (typeof colours)[number];

/** The world, each partner coloured by the score of the relation or the number of its events. */
export function WorldMap({
  party,
  rows,
}: {
  readonly party: string;
  readonly rows: readonly PartnerRow[];
}): JSX.Element {
  const [colour, setColour] = useState<Colour>('score');
  const shapes = useMemo(shapesOfCountries, []);
  const byParty = new Map(rows.map((row) => [row.party, row]));
  const most = Math.max(1, ...rows.map(({ all = 0 }) => all));
  const newest =
    rows
      .map(({ lastContact }) => lastContact?.from ?? '')
      .toSorted()
      .at(-1) ?? '';
  return (
    <figure class="map">
      <p class="range" role="group" aria-label={t.party.colouredBy}>
        {colours.map((one) => (
          <button key={one} type="button" aria-pressed={one === colour} onClick={() => setColour(one)}>
            {t.party.colours[one]}
          </button>
        ))}
      </p>
      <svg viewBox="60 0 860 405" role="img" aria-label={t.party.mapOf(partyName(party))}>
        {shapes.map(({ code, path }) => {
          const row = byParty.get(code);
          return (
            <path
              key={`${code} ${path.slice(0, 24)}`}
              d={path}
              class={row === undefined ? undefined : 'partner'}
              fill={code === party ? 'var(--mark)' : fillOf(row, colour, { most, newest })}
              stroke="var(--ground)"
              stroke-width="0.5"
              onClick={row === undefined ? undefined : () => go(`/relations/${row.dyad}`)}
            >
              <title>{row === undefined ? partyName(code) : `${partyName(code)}: ${saidOf(row, colour)}`}</title>
            </path>
          );
        })}
      </svg>
      <figcaption class="hint">{t.party.mapNote}</figcaption>
    </figure>
  );
}

function shapesOfCountries(): readonly { readonly code: string; readonly path: string }[] {
  const countries = feature(topology, topology.objects.countries);
  const path = geoPath(geoNaturalEarth1().fitSize([960, 470], countries));
  return countries.features.map((one) => ({ code: alpha3.get(String(one.id)) ?? '', path: path(one) ?? '' }));
}

/** What the strongest colour stands for: the most events, the newest contact. */
interface Extremes {
  readonly most: number;
  readonly newest: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Nothing recorded is grey; a contact is half as strong after a year; a score goes from conflict to cooperation, a
 * number from few to many.
 */
function fillOf(row: PartnerRow | undefined, colour: Colour, { most, newest }: Extremes): string {
  if (row === undefined) return 'var(--line)';
  if (colour === 'tempo')
    return `color-mix(in oklab, var(--material-cooperation) ${Math.round(25 + (75 * (row.all ?? 0)) / most)}%, var(--ground))`;
  if (colour === 'contact') {
    if (row.lastContact === undefined) return 'var(--credibility-none)';
    const years = (Date.parse(newest) - Date.parse(row.lastContact.from)) / (365 * dayMs);
    return `color-mix(in oklab, var(--material-cooperation) ${Math.round(25 + 75 * 0.5 ** years)}%, var(--ground))`;
  }
  const mean = row.scored?.mean ?? null;
  if (mean === null) return 'var(--credibility-none)';
  const share = Math.round(25 + 75 * Math.min(Math.abs(mean) / 10, 1));
  return `color-mix(in oklab, var(--${mean < 0 ? 'material-conflict' : 'material-cooperation'}) ${share}%, var(--ground))`;
}

function saidOf({ all, scored, lastContact }: PartnerRow, colour: Colour): string {
  if (colour === 'tempo') return count(all ?? 0);
  if (colour === 'contact') return lastContact === undefined ? '–' : dateInWords(lastContact.occurred);
  return decimal(scored?.mean ?? null);
}
