import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { fieldText } from './form-text.ts';
import { Failed } from './loaded.tsx';
import { signInProblem, signInWith } from './session.ts';
import { beginSignIn } from './sign-in-flow.ts';
import { t } from './text/text.ts';

/** The way in, shown in place of every view until there is a token; the address stays, so that its view comes next. */
export function SignIn(): JSX.Element {
  const problem = signInProblem.value;
  return (
    <section class="sign-in">
      <h1>{t.title}</h1>
      <p class="tagline">{t.tagline}</p>
      {problem !== undefined && <Failed problem={problem} />}
      <p>
        <button type="button" class="main" onClick={() => void beginSignIn()}>
          {t.session.button}
        </button>
      </p>
      <p class="hint">{t.session.why}</p>
      <details>
        <summary>{t.session.withToken}</summary>
        <TokenForm />
      </details>
    </section>
  );
}

function TokenForm(): JSX.Element {
  const [problem, setProblem] = useState<string>();
  const use = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    try {
      signInWith(fieldText(event.currentTarget, 'token'));
    } catch {
      setProblem(t.session.notAToken);
    }
  };
  return (
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
  );
}
