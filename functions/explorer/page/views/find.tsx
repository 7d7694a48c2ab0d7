import { dyadOf } from '#shared/domain/parties/dyad.ts';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fieldText } from '../form-text.ts';
import { PartyInput } from '../parts/party-input.tsx';
import { dyadName, partyOf } from '../party-name.ts';
import { go, href } from '../place.ts';
import { t } from '../text/text.ts';

/** Questions to begin with, each with the view that answers it. */
const questions = [
  { name: 'network', to: '/network' },
  { name: 'relation', to: '/relations/BGD-PAK' },
  { name: 'topics', to: '/topics' },
  { name: 'people', to: '/people' },
  { name: 'news', to: '/news' },
] as const;

const examples = ['BGD-PAK', 'BGD-IND'];

/** Where a reader begins: names a party, or two. */
export function Find(): JSX.Element {
  const [problems, setProblems] = useState<{ first?: string; second?: string }>({});
  const look = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const first = fieldText(event.currentTarget, 'first');
    const second = fieldText(event.currentTarget, 'second');
    const [one, other] = [partyOf(first), second === '' ? undefined : partyOf(second)];
    if (one === undefined) return setProblems({ first: t.find.unknown(first) });
    if (second === '') return go(`/parties/${one}`);
    if (other === undefined) return setProblems({ second: t.find.unknown(second) });
    if (one === other) return setProblems({ second: t.find.same });
    return go(`/relations/${dyadOf(one, other)}`);
  };
  return (
    <section class="find">
      <h1>{t.find.title}</h1>
      <p class="tagline">{t.tagline}</p>
      <form onSubmit={look}>
        <PartyInput name="first" label={t.find.first} required invalid={problems.first} />
        <PartyInput name="second" label={t.find.second} invalid={problems.second} />
        <button type="submit">{t.find.look}</button>
      </form>
      <p class="hint">
        {t.find.examples}:{' '}
        {examples.map((dyad, index) => (
          <>
            {index > 0 && ', '}
            <a key={dyad} href={href(`/relations/${dyad}`)}>
              {dyadName(dyad)}
            </a>
          </>
        ))}
      </p>
      <h2>{t.find.begin}</h2>
      <ul class="questions">
        {questions.map(({ name, to }) => (
          <li key={name}>
            <a href={href(to)}>{t.find.questions[name][0]}</a>
            <span>{t.find.questions[name][1]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
