import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { go, href, path } from './place.ts';
import { isSignedIn, signOut, subject } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { t } from './text/text.ts';
import { viewOf } from './views.tsx';

interface Entry {
  readonly to: string;
  readonly name: string;
}

const entries = (): readonly Entry[] => [{ to: '/', name: t.nav.find }];

/** The page: its head, and the view that the address names, or the way to sign in. */
export function App(): JSX.Element {
  const { title, view } = viewOf(path.value);
  useEffect(() => {
    document.title = title === t.title ? title : `${title} · ${t.title}`;
  }, [title]);
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
  return (
    <>
      <nav aria-label={t.nav.label}>
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
        <span>{subject.value !== undefined && t.session.as(subject.value)}</span>
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
