import type { Network } from '../../api-types.ts';
import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { dyadName } from '../../party-name.ts';
import { href, parameter, setParameters } from '../../place.ts';
import { count, t } from '../../text/text.ts';
import { newestQuarter, numberOfQuarter, quarterOfMonth, quarterOfNumber } from './newest-quarter.ts';
import { contactsOf, type Edge, Picture } from './picture.tsx';

/** Who met whom in a quarter, as a picture and as a table; at first in the newest quarter in which anybody met. */
export function NetworkView(): JSX.Element {
  const asked = parameter('quarter');
  const loaded = useLoaded(asked ?? '', async () =>
    asked === undefined ? newestQuarter(new Date(), lists.network) : lists.network(asked),
  );
  const thisQuarter = quarterOfNumber(quarterOfMonth(new Date().toISOString().slice(0, 7)));
  const quarter = asked ?? loaded.value?.quarter ?? thisQuarter;
  return (
    <section>
      <h1>{t.network.title(quarter)}</h1>
      <QuarterChoice quarter={quarter} thisQuarter={thisQuarter} />
      <Shown of={loaded}>
        {(network) => (network === undefined ? <Empty>{t.network.never}</Empty> : <Contacts network={network} />)}
      </Shown>
    </section>
  );
}

function Contacts({ network }: { readonly network: Network }): JSX.Element {
  const { quarter, edges, unplaced } = network;
  return (
    <>
      {edges.length === 0 ? (
        <Empty>{t.network.nobody}</Empty>
      ) : (
        <div class="beside">
          <Picture network={network} />
          <DataTable caption={t.network.contacts} rows={edges} columns={columns} file={`contacts-${quarter}`} />
        </div>
      )}
      {unplaced.n > 0 && <p class="hint">{t.network.unplaced(count(unplaced.n))}</p>}
    </>
  );
}

/** A slider over the quarters of twenty years, and buttons for its steps. */
function QuarterChoice(props: { readonly quarter: string; readonly thisQuarter: string }): JSX.Element {
  const [at, last] = [props.quarter, props.thisQuarter].map(numberOfQuarter);
  const [shown = 0, newest = 0] = [at, last];
  const choose = (number: number): void => setParameters({ quarter: quarterOfNumber(number) }, true);
  return (
    <div class="panel quarters">
      <p class="range">
        <button type="button" onClick={() => choose(shown - 1)}>
          {t.network.before}
        </button>
        <label>
          {t.network.ofMonth}{' '}
          <input
            type="month"
            onChange={({ currentTarget: { value } }) => value !== '' && choose(quarterOfMonth(value))}
          />
        </label>
        <button type="button" onClick={() => choose(shown + 1)}>
          {t.network.after}
        </button>
      </p>
      <label for="quarter">
        {t.network.quarter} <output for="quarter">{props.quarter}</output>
      </label>
      <input
        id="quarter"
        type="range"
        min={Math.min(newest - 80, shown)}
        max={Math.max(newest, shown)}
        value={shown}
        aria-valuetext={props.quarter}
        onChange={({ currentTarget: { valueAsNumber } }) => choose(valueAsNumber)}
      />
    </div>
  );
}

const columns: readonly Column<Edge>[] = [
  {
    name: t.network.pair,
    value: ({ dyad }) => dyadName(dyad),
    shown: ({ dyad }) => <a href={href(`/relations/${dyad}`)}>{dyadName(dyad)}</a>,
  },
  { name: t.network.contacts, value: contactsOf },
  ...(['visit', 'meeting', 'call', 'talks'] as const).map((kind) => ({
    name: t.network.kinds[kind],
    value: ({ contacts }: Edge) => contacts[kind] ?? 0,
  })),
];
