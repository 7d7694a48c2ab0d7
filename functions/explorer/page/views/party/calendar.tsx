import type { JSX } from 'preact';
import { lists } from '../../api-lists.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { saveFile } from '../../save-file.ts';
import { t } from '../../text/text.ts';
import { MonthGrid } from './month-grid.tsx';

/** The visits of a party as a calendar, and as a calendar file. */
export function Calendar({ party }: { readonly party: string }): JSX.Element {
  const loaded = useLoaded(party, async () => lists.visits(party));
  const save = async (): Promise<void> => saveFile(`visits-${party}.ics`, 'text/calendar', await lists.calendar(party));
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t.party.visits}</h2>
      <Shown of={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty />
          ) : (
            <>
              <MonthGrid visits={items} />
              <button type="button" onClick={() => void save()}>
                {t.party.ics}
              </button>
            </>
          )
        }
      </Shown>
    </section>
  );
}
