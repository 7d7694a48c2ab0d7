import type { EventAsRead, Report } from '../../api-types.ts';
import { groupsOf } from './groups.ts';

/** Entries and sources that have room on one page of paper. */
const mostEntries = 6;
const mostSources = 24;

/** An entry of the brief: an event, and how many parts of it are left out. */
export interface BriefEntry {
  readonly event: EventAsRead;
  readonly parts: number;
}

/** A publisher, and how many reports of it the events rest on. */
export interface BriefSource {
  readonly publisher: string;
  readonly reports: number;
}

/** What has room on one page, and how much more there is. */
export interface BriefContent {
  readonly entries: readonly BriefEntry[];
  /** Events that are neither entries nor parts of one. */
  readonly moreEvents: number;
  readonly sources: readonly BriefSource[];
  readonly moreSources: number;
}

/**
 * Shortens a timeline, the newest first, to a page: visits and meetings with the number of their parts, and sources.
 */
export function briefOf(timeline: readonly EventAsRead[]): BriefContent {
  const groups = groupsOf(timeline);
  const entries = groups.slice(0, mostEntries).map(({ first, parts }) => ({ event: first, parts: parts.length }));
  const left = groups.slice(mostEntries).reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  const sources = sourcesOf(timeline);
  return {
    entries,
    moreEvents: left,
    sources: sources.slice(0, mostSources),
    moreSources: Math.max(sources.length - mostSources, 0),
  };
}

/** The publishers of the reports of events, those with most reports first; a report is counted once. */
function sourcesOf(timeline: readonly EventAsRead[]): readonly BriefSource[] {
  const named = ({ publisher, url, reference, title, publishedOn }: Report) =>
    [publisher, url ?? reference ?? title ?? publishedOn ?? ''].join(' ');
  const reports = new Map(timeline.flatMap(({ evidence }) => evidence?.reports ?? []).map((one) => [named(one), one]));
  const counts = new Map<string, number>();
  for (const { publisher } of reports.values()) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts]
    .map(([publisher, n]) => ({ publisher, reports: n }))
    .toSorted((one, other) => other.reports - one.reports);
}
