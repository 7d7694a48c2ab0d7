import type { JSX } from 'preact';
import type { EventFilter } from '#shared/client/api-schema.ts';
import { settings } from '../settings.ts';
import { t } from '../text/text.ts';

interface FollowThisProps {
  /** What the filter wants, in words. */
  readonly what: string;
  readonly filter: EventFilter;
}

/** How programs follow what is shown: the request for a webhook, and the message for a live socket. */
export function FollowThis({ what, filter }: FollowThisProps): JSX.Element {
  const webhook = { url: 'https://example.org/chancery', filter };
  const message = { action: 'subscribe', id: 'this', filter };
  return (
    <details class="follow">
      <summary>{t.follow.title}</summary>
      <p>{what}</p>
      <p>
        {t.follow.webhook} <code>POST {location.origin}/subscriptions</code>
      </p>
      <pre tabIndex={0}>{JSON.stringify(webhook, null, 2)}</pre>
      <p>
        {t.follow.socket} <code>{settings.socketUrl}</code>
      </p>
      <pre tabIndex={0}>{JSON.stringify(message, null, 2)}</pre>
    </details>
  );
}
