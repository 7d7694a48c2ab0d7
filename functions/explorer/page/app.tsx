import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { go, href, path } from './place.ts';
import { followRecord, unread } from './news.ts';
import { isSignedIn, may, personName, signOut } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { count, t } from './text/text.ts';
import { viewOf } from './views.tsx';

interface Entry {
  readonly to: string;
  readonly name: string;
}

const entries = (): readonly Entry[] => [
  { to: '/', name: t.nav.find },
  { to: '/news', name: unread.value === 0 ? t.nav.news : `${t.nav.news} (${t.news.unread(count(unread.value))})` },
  { to: '/network', name: t.nav.network },
  { to: '/topics', name: t.nav.topics },
  { to: '/people', name: t.nav.people },
  { to: '/agreements', name: t.nav.agreements },
  { to: '/sanctions', name: t.nav.sanctions },
  ...(may('chancery/append') ? [{ to: '/record', name: t.nav.record }] : []),
  ...(may('chancery/operate') ? [{ to: '/operations', name: t.nav.operations }] : []),
];

/** The page: its head, and the view that the address names, or the way to sign in. */
export function App(): JSX.Element {
  const { title, view } = viewOf(path.value);
  useEffect(() => {
    const named = title === t.title ? title : `${title} · ${t.title}`;
    document.title = unread.value === 0 ? named : `(${count(unread.value)}) ${named}`;
  }, [title, unread.value]);
  useEffect(() => {
    if (isSignedIn.value && may('chancery/read')) void followRecord();
  }, [isSignedIn.value]);
  return (
    <>
      <a class="skip" href="#content">
        {t.skip}
      </a>
      <header class="head">
        <a class="name" href={href('/')}>
          {t.title}
        </a>
        {isSignedIn.value && <Navigation />}
      </header>
      <main id="content" tabIndex={-1}>
        {isSignedIn.value ? view() : <SignIn />}
      </main>
    </>
  );
}

function Navigation(): JSX.Element {
  const here = path.value;
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = menu.current?.querySelector('[aria-current=page]');
    current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // on a narrow screen the menu is cut off
  }, [here]);
  return (
    <>
      <nav ref={menu} aria-label={t.nav.label}>
        <ul>
          {entries().map(({ to, name }) => (
            <li key={to}>
              <a href={href(to)} aria-current={isAt(here, to) ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="who">
        <span>{personName.value !== undefined && t.session.as(personName.value)}</span>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            signOut();
            go('/');
          }}
        >
          {t.session.out}
        </button>
      </p>
    </>
  );
}

const isAt = (here: string, to: string): boolean => (to === '/' ? here === '/' : here.startsWith(to));
