import type { JSX } from 'preact';
import { href } from '../place.ts';
import { t } from '../text/text.ts';

export function NotFound(): JSX.Element {
  return (
    <section>
      <h1>{t.state.notFound}</h1>
      <p>
        {t.state.notFoundHint} <a href={href('/')}>{t.nav.find}</a>
      </p>
    </section>
  );
}
