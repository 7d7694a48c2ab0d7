import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fieldText } from './form-text.ts';
import { signInWith } from './session.ts';
import { t } from './text/text.ts';

/** The way in, shown in place of every view until there is a token; the address stays, so that its view comes next. */
export function SignIn(): JSX.Element {
  const [problem, setProblem] = useState<string>();
  const use = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = fieldText(event.currentTarget, 'token');
    try {
      signInWith(text);
    } catch {
      setProblem(t.session.notAToken);
    }
  };
  return (
    <section class="sign-in">
      <h1>{t.title}</h1>
      <p class="tagline">{t.tagline}</p>
      <form onSubmit={use}>
        <label for="token">{t.session.token}</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="off"
          required
          aria-invalid={problem !== undefined}
          aria-describedby="token-hint"
        />
        <p id="token-hint" class="hint">
          {problem ?? t.session.tokenHint}
        </p>
        <button type="submit">{t.session.use}</button>
      </form>
      <p class="hint">{t.session.why}</p>
    </section>
  );
}
