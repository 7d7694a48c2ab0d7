import type { ComponentChildren, JSX } from 'preact';
import { href } from '../place.ts';
import { t } from '../text/text.ts';

interface MissingProps {
  readonly title: string;
  readonly hint: string;
  /** Ways on, before those that are always there. */
  readonly children?: ComponentChildren;
  /** Whether the title is the only heading of the page; else the view has one of its own. */
  readonly isPage?: boolean;
}

/** Stands in place of what does not exist, or of which nothing is recorded: says so, and where to go instead. */
export function Missing({ title, hint, children, isPage = false }: MissingProps): JSX.Element {
  return (
    <section class="missing">
      {isPage ? <h1>{title}</h1> : <p class="lead">{title}</p>}
      <p>{hint}</p>
      <ul class="ways">
        {children}
        <li>
          <a href={href('/')}>{t.nav.find}</a>
        </li>
        <li>
          <a href={href('/news')}>{t.nav.news}</a>
        </li>
      </ul>
    </section>
  );
}
