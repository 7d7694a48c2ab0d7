import { quadClasses } from '#shared/domain/scoring/quad-class.ts';
import type { JSX } from 'preact';
import type { EventAsRead, EventFilter } from '../../api-types.ts';
import { parameter, parameters, setParameters } from '../../place.ts';
import { named, t, words } from '../../text/text.ts';

const names = ['type', 'topic', 'quadClass', 'modality'] as const;
type Name = (typeof names)[number];

/** The filter that the address names; the text is looked for on the page. */
export const askedFilter = (): EventFilter => ({
  ...Object.fromEntries(names.map((name) => [name, parameter(name)])),
  minCredibility: parameter('minCredibility'),
});

export const askedText = (): string => (parameter('text') ?? '').toLowerCase();

const shown = (name: Name, value: string): string => {
  if (name === 'quadClass') return named(t.quadClasses, value);
  return name === 'modality' ? named(t.modalities, value) : words(value);
};

/** Choices of a filter: those of the entries that are there. */
function choices(name: Name, entries: readonly EventAsRead[]): readonly string[] {
  if (name === 'quadClass') return quadClasses;
  if (name === 'modality') return Object.keys(t.modalities);
  const values = entries.flatMap((entry) => (name === 'type' ? [entry.type] : (entry.topics ?? [])));
  return [...new Set(values)].toSorted();
}

function add(name: Name, value: string): void {
  if (value !== '') setParameters({ [name]: [...new Set([...parameters(name), value])].join(',') }, true);
}

function remove(name: Name, value: string): void {
  setParameters(
    {
      [name]: parameters(name)
        .filter((other) => other !== value)
        .join(','),
    },
    true,
  );
}

/** The filters of the timeline: a list to choose from for each, and a chip that removes each that is set. */
export function Filters({ entries }: { readonly entries: readonly EventAsRead[] }): JSX.Element {
  return (
    <form class="filters" role="search" aria-label={t.filters.title} onSubmit={(event) => event.preventDefault()}>
      {names.map((name) => (
        <label key={name}>
          {t.filters[name]}
          <select value="" onChange={({ currentTarget }) => add(name, currentTarget.value)}>
            <option value="">{t.filters.any}</option>
            {choices(name, entries).map((value) => (
              <option key={value} value={value}>
                {shown(name, value)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {t.filters.minCredibility}
        <select
          value={parameter('minCredibility') ?? ''}
          onChange={({ currentTarget }) => setParameters({ minCredibility: currentTarget.value }, true)}
        >
          <option value="">{t.filters.any}</option>
          {[1, 2, 3, 4, 5].map((value) => (
            <option key={value} value={value}>
              {named(t.admiralty, String(value))}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t.filters.text}
        <input
          type="search"
          value={parameter('text') ?? ''}
          onInput={({ currentTarget }) => setParameters({ text: currentTarget.value })}
        />
      </label>
      <Chips />
    </form>
  );
}

function Chips(): JSX.Element | null {
  const chips = names.flatMap((name) => parameters(name).map((value) => ({ name, value })));
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map(({ name, value }) => (
        <li key={`${name}-${value}`}>
          <button type="button" aria-label={t.filters.remove(shown(name, value))} onClick={() => remove(name, value)}>
            {shown(name, value)} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="quiet"
          onClick={() => setParameters(Object.fromEntries(names.map((name) => [name, undefined])), true)}
        >
          {t.filters.clear}
        </button>
      </li>
    </ul>
  );
}
