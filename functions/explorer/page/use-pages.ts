import { useState } from 'preact/hooks';
import type { Page } from './api-types.ts';
import { type Loading, useLoaded } from './loaded.tsx';

/** The pages of a list that were loaded so far, as one. */
export interface Pages<Item> {
  readonly items: readonly Item[];
  /** Loads the next page; undefined: there is none. */
  readonly more: (() => void) | undefined;
  /** Why the next page was not loaded. */
  readonly problem: unknown;
}

/** The pages after the first one. */
interface Further<Item> extends Page<Item> {
  readonly first: Page<Item>;
  readonly problem: unknown;
}

/** Loads a list by the name that it is known by; further pages are loaded when they are asked for. */
export function usePages<Item>(name: string, load: (cursor?: string) => Promise<Page<Item>>): Loading<Pages<Item>> {
  const { value: first, ...loading } = useLoaded(name, async () => load());
  const [further, setFurther] = useState<Further<Item>>();
  if (first === undefined) return loading;
  const { items, next, problem } =
    further?.first === first ? further : { items: [], next: first.next, problem: undefined };
  const loadNext = async (cursor: string): Promise<void> => {
    const outcome = await load(cursor).then(
      (page) => ({ items: [...items, ...page.items], next: page.next, problem: undefined }),
      (reason: unknown) => ({ items, next, problem: reason }),
    );
    setFurther({ first, ...outcome });
  };
  const more = next === null ? undefined : () => void loadNext(next);
  return { ...loading, value: { items: [...first.items, ...items], more, problem } };
}
