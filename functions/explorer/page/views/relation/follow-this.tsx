import type { JSX } from 'preact';
import { t } from '../../text/text.ts';
import { settings } from '../../settings.ts';

/** How programs follow what is shown: the request for a webhook, and the message for a live socket. */
export function FollowThis({ filter }: { readonly filter: Readonly<Record<string, readonly string[]>> }): JSX.Element {
  const webhook = { url: 'https://example.org/chancery', filter };
  const message = { action: 'subscribe', id: 'relation', filter };
  return (
    <details class="follow">
      <summary>{t.relation.follow}</summary>
      <p>{t.news.webhook}</p>
      <pre>{JSON.stringify(webhook, null, 2)}</pre>
      <p>
        {t.news.socket}: <code>{settings.socketUrl}</code>
      </p>
      <pre>{JSON.stringify(message)}</pre>
    </details>
  );
}
