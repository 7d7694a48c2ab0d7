import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api.ts';
import type { EventAsRead } from '../../api-types.ts';
import { Failed, Shown, useLoaded } from '../../loaded.tsx';
import { count, t } from '../../text/text.ts';
import { type Verified, verifyStream } from './verify-stream.ts';

/** Where the event is in the record, and a button that verifies here that nobody has changed it. */
export function Proof({ record }: { readonly record: EventAsRead }): JSX.Element {
  const [result, setResult] = useState<Verified | 'running'>();
  const [problem, setProblem] = useState<unknown>();
  const commit = useLoaded(record.id, async () => api.commitOf(record.stream, record.version));
  const verify = (): void => {
    setResult('running');
    setProblem(undefined);
    verifyStream(record).then(setResult, (error: unknown) => {
      setResult(undefined);
      setProblem(error);
    });
  };
  return (
    <section aria-labelledby="proof-title">
      <h2 id="proof-title">{t.event.proof}</h2>
      <dl class="facts">
        <div>
          <dt>{t.event.position}</dt>
          <dd>{record.position === undefined ? '–' : count(record.position)}</dd>
        </div>
        <div>
          <dt>{t.event.stream}</dt>
          <dd>
            <code>{record.stream}</code>, {count(record.version)}
          </dd>
        </div>
        <div class="wide">
          <dt>{t.event.hash}</dt>
          <dd>
            <Shown of={commit}>{(found) => <code>{found?.hash ?? '–'}</code>}</Shown>
          </dd>
        </div>
      </dl>
      <button type="button" onClick={verify} disabled={result === 'running'}>
        {result === 'running' ? t.event.verifying : t.event.verify}
      </button>
      <p role="status">{typeof result === 'object' && said(result)}</p>
      {problem !== undefined && <Failed problem={problem} />}
    </section>
  );
}

function said({ commits, broken }: Verified): string {
  if (broken === undefined) return t.event.verified(count(commits));
  const what = { hash: t.event.badHash, link: t.event.badLink, content: t.event.badContent }[broken.what];
  return t.event.broken(count(broken.version), what);
}
