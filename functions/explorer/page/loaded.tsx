import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { Problem } from './http.ts';
import { t } from './text/text.ts';

/** Something that is being loaded; the last value stays while the next one comes. */
export interface Loading<Value> {
  readonly value?: Value;
  readonly problem?: unknown;
  readonly isLoading: boolean;
  readonly again: () => void;
}

/** Loads something for a key, anew when the key changes; what comes too late for its key is dropped. */
export function useLoaded<Value>(key: string, load: (signal: AbortSignal) => Promise<Value>): Loading<Value> {
  const [state, setState] = useState<{ value?: Value; problem?: unknown; key?: string }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    const settle = async (): Promise<void> => {
      const outcome = await load(ending.signal).then(
        (value) => ({ value }),
        (problem: unknown) => ({ problem }),
      );
      if (!ending.signal.aborted) setState((before) => ({ ...before, problem: undefined, ...outcome, key }));
    };
    void settle();
    return () => ending.abort();
  }, [key, attempt]);
  const isCurrent = state.key === key;
  return {
    ...(state.value !== undefined && { value: state.value }),
    ...(isCurrent && state.problem !== undefined && { problem: state.problem }),
    isLoading: !isCurrent,
    again: () => {
      setState((before) => ({ ...(before.value !== undefined && { value: before.value }) }));
      setAttempt((before) => before + 1);
    },
  };
}

interface ShownProps<Value> {
  readonly of: Loading<Value>;
  /** What is shown where the API knows no such thing, and the parameter of the path that names it. */
  readonly missing?: { readonly named: string; readonly shown: ComponentChildren };
  readonly children: (value: Value) => ComponentChildren;
}

/** Shows what was loaded; before that, that it comes; instead of it, why it does not. */
export function Shown<Value>({ of, missing, children }: ShownProps<Value>): JSX.Element {
  const { value, problem, isLoading, again } = of;
  if (missing !== undefined && isUnknown(problem, missing.named)) return <>{missing.shown}</>;
  if (problem !== undefined) return <Failed problem={problem} again={again} />;
  if (value === undefined) return <Waiting />;
  return (
    <div class={isLoading ? 'renewing' : ''} aria-busy={isLoading}>
      {children(value)}
    </div>
  );
}

/** Whether the API says that there is no such thing, or that it could not be: only its name is not one. */
const isUnknown = (problem: unknown, named: string): boolean =>
  problem instanceof Problem &&
  (problem.status === 404 ||
    (problem.status === 400 &&
      problem.errors.length > 0 &&
      problem.errors.every(({ parameter }) => parameter === named)));

export function Waiting(): JSX.Element {
  return (
    <div class="waiting" role="status">
      <p>{t.state.loading}</p>
      <p class="slow">{t.state.slow}</p>
    </div>
  );
}

export function Failed({ problem, again }: { readonly problem: unknown; readonly again?: () => void }): JSX.Element {
  const isUnreachable = problem instanceof Problem && problem.status === 0;
  const isRepeatable = !(problem instanceof Problem && problem.status === 400); // else it is refused again
  return (
    <div class="failed" role="alert">
      <p>
        <strong>{t.state.failed}.</strong> {isUnreachable ? t.state.unreachable : messageOf(problem)}
      </p>
      {again !== undefined && isRepeatable && (
        <button type="button" onClick={again}>
          {t.state.retry}
        </button>
      )}
    </div>
  );
}

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

export function Empty({ children = t.state.empty }: { readonly children?: ComponentChildren }): JSX.Element {
  return <p class="empty">{children}</p>;
}
