import { computed, signal } from '@preact/signals';

const base = '/explore';

interface Place {
  /** The path of the view, from `/` on, as it is written in the address. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const read = (): Place => ({
  path: location.pathname.replace(/^\/explore\/?/, '/'),
  query: new URLSearchParams(location.search),
});

/** The view that is shown, as the address says. */
export const place = signal(read());

export const path = computed(() => place.value.path);

/** The address of a view. */
export const href = (to: string): string => (to === '/' ? base : `${base}${to}`);

/** Shows another view; Back returns to this one. */
export function go(to: string): void {
  history.pushState(null, '', href(to));
  place.value = read();
  scrollTo(0, 0);
}

/** One parameter of the view. */
export const parameter = (name: string): string | undefined => place.value.query.get(name) ?? undefined;

/** The values of a parameter that may have several. */
export const parameters = (name: string): readonly string[] =>
  (place.value.query.get(name) ?? '').split(',').filter((value) => value !== '');

/** Changes parameters of the view; undefined removes one. `step` lets Back return to what was before. */
export function setParameters(changes: Readonly<Record<string, string | undefined>>, step = false): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  const address = `${location.pathname}${text === '' ? '' : `?${text}`}`;
  if (step) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  place.value = read();
}

/** Follows Back, Forward, and every link to a view without loading the page again. */
export function followAddress(): void {
  place.value = read();
  addEventListener('popstate', () => {
    place.value = read();
  });
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const target = link?.getAttribute('href') ?? link?.getAttribute('xlink:href');
    if (
      target === undefined ||
      target === null ||
      !/^\/explore(\/|$)/.test(target) ||
      link?.hasAttribute('download') === true
    )
      return;
    event.preventDefault();
    go(target === base ? '/' : target.slice(base.length));
  });
}
