import { isConsular, type Post } from '#shared/domain/events/post.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import { type Dated, dated } from './lifecycle-step.ts';
import type { LifecycleEvent } from '#shared/domain/streams/lifecycle-event.ts';

/** A consular post of a sending state in a receiving one. */
export interface ConsularPost {
  readonly post: Post;
  readonly city: string | null;
  readonly status: 'open' | 'closed';
  /** Whether the status is the same whatever the exact dates. */
  readonly certain: boolean;
  readonly since: Dated;
}

const ofPosts = new Set(['MissionOpened', 'MissionClosed', 'RepresentationObserved']);

/** Returns the consular posts of a mission, each kind in each city once, in the order in which they became known. */
export function consularPosts(
  possibly: readonly LifecycleEvent[],
  certainly: readonly LifecycleEvent[],
): readonly ConsularPost[] {
  const surely = folded(certainly);
  return [...folded(possibly)].map(([name, post]) => ({ ...post, certain: surely.get(name)?.status === post.status }));
}

type State = Omit<ConsularPost, 'certain'>;

function folded(events: readonly LifecycleEvent[]): ReadonlyMap<string, State> {
  const posts = new Map<string, State>();
  for (const event of events) {
    const { post, place } = event;
    if (post === undefined || !isConsular(post) || !ofPosts.has(event.type)) continue;
    const city = place?.city ?? null;
    const name = `${post} ${foldedName(city ?? '')}`;
    const known = posts.get(name);
    const status = event.type === 'MissionClosed' || event.absent === true ? 'closed' : 'open';
    if (known?.status !== status) posts.set(name, { post, city, status, since: dated(event) });
  }
  return posts;
}
