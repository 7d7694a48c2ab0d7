import type { Report } from '#shared/domain/events/evidence.ts';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import type { PostedCommit, PostedEvent } from '#shared/client/api-schema.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { type Composed, eventOf } from './event-of-happening.ts';
import type { Happening } from './happenings.ts';
import type { ImportMap } from './import-map.ts';
import { count, type Tally } from './import-tally.ts';
import { attachedReferences, type Known, knownHappenings } from './known-happenings.ts';
import { isRepeatable, type PartPlan } from './part-plan.ts';
import type { Posted, PostOptions, ToPost } from './post-events.ts';
import type { RecentEvents } from './recent-events.ts';

/** Histories that are read at the same time. */
const parallel = 6;

/** Posts events, or only says what would become of them. */
export type Post = <Of>(events: readonly ToPost<Of>[], options: PostOptions) => Promise<Posted<Of>[]>;

export interface RecorderPorts {
  /** Reads what the record has. */
  readonly client: Pick<Chancery, 'list'>;
  readonly post: Post;
  readonly map: ImportMap;
  readonly tally: Tally;
  readonly recent: RecentEvents;
  readonly signal?: AbortSignal | undefined;
}

/** A part of an import. */
export interface Part {
  readonly happenings: readonly Happening[];
  /** Names the row of a report. */
  readonly rowOf: (report: Report | undefined) => string;
  /** What an interrupted run had decided to post of it. */
  readonly planned?: PartPlan | undefined;
  /** Is told what will be posted, before it is. */
  readonly onPlan: (plan: PartPlan) => Promise<void>;
}

type Fresh = ToPost<{ readonly happening: Happening; readonly further: readonly Report[] }>;

/** Reports to attach to an event. */
interface Attachment {
  readonly key: string;
  readonly known: Known;
  readonly further: readonly Report[];
}

/** Records happenings, part after part, each once. */
export class Recorder {
  readonly #ports: RecorderPorts;
  #last: PostedCommit | undefined;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
  }

  /** The commit that was recorded last. */
  get last(): PostedCommit | undefined {
    return this.#last;
  }

  /**
   * Records what is new of a part, and attaches new reports to what is known. Ends early when the signal says so, after
   * the calls under way: the same part with the same plan goes on.
   */
  async record({ happenings, rowOf, planned, onPlan }: Part): Promise<void> {
    const { client, map, tally, recent, signal } = this.#ports;
    const interrupted = (): boolean => signal?.aborted === true;
    const followed = planned !== undefined && isRepeatable(planned.at) ? planned : undefined;
    const ofPlan = new Set(followed?.fresh);
    const { byKey, byReference } = await knownHappenings(client, map.source, happenings, signal);
    if (interrupted()) return;
    const fresh: Fresh[] = [];
    const attachments: Attachment[] = [];
    for (const happening of happenings) {
      const { key, reports } = happening;
      const recorded = reports.map(({ reference = '' }) => byReference.get(reference)).find((one) => one !== undefined);
      const inRecord = recorded ?? (map.sameHappening ? byKey.get(key) : undefined);
      const known = recent.get(key) ?? (ofPlan.has(key) ? undefined : inRecord);
      if (known === undefined) {
        const composed: Composed | { readonly refused: string } = eventOf(happening, map);
        if ('refused' in composed) count(tally.refused, composed.refused, rowOf(reports[0]));
        else
          fresh.push({ stream: happening.stream, event: composed.event, of: { happening, further: composed.further } });
        continue;
      }
      if (recent.counts(known.id)) tally.known += 1;
      else tally.events -= 1; // counted when its first rows were
      const isNew = ({ reference = '' }: Report): boolean =>
        !known.references.has(reference) && !byReference.has(reference);
      const further = followed === undefined ? reports.filter(isNew) : planFor(followed, happening);
      const remembered = recent.remember(happening, known);
      if (further.length > 0 && !known.withdrawn) attachments.push({ key, known: remembered, further });
    }
    const unattached = followed === undefined ? await this.#withoutAttached(attachments) : attachments;
    if (interrupted()) return;
    await onPlan(followed ?? planOf(fresh, unattached));
    const [own, known] = [await this.#postFresh(fresh, rowOf, followed !== undefined), unattached];
    if (!interrupted()) await this.#attach([...known, ...own].filter(hasReports), rowOf);
  }

  /** Leaves out the reports that were attached before, where an event has more than a timeline shows. */
  async #withoutAttached(attachments: readonly Attachment[]): Promise<Attachment[]> {
    const { client, map, signal } = this.#ports;
    const read = async (attachment: Attachment): Promise<Attachment> => {
      const { known, further } = attachment;
      if (!known.hasMore || signal?.aborted === true) return attachment;
      const attached = await attachedReferences(client, map.source, known.id);
      return { ...attachment, further: further.filter(({ reference = '' }) => !attached.has(reference)) };
    };
    return inParallel(attachments, read, parallel);
  }

  async #postFresh(fresh: readonly Fresh[], rowOf: Part['rowOf'], resumed: boolean): Promise<Attachment[]> {
    const { tally, recent } = this.#ports;
    const attachments: Attachment[] = [];
    for (const posted of await this.#post(fresh)) {
      const { happening, further } = posted.of;
      const { key, reports, stream } = happening;
      if ('refused' in posted) count(tally.refused, posted.refused, rowOf(reports[0]));
      else if ('known' in posted) tally.known += 1;
      else {
        // A run that was interrupted in this part has recorded it for this one; any other repetition was known.
        if (posted.repeated && !resumed) tally.known += 1;
        else tally.recorded += 1;
        for (const code of posted.warnings) count(tally.warnings, code, rowOf(reports[0]));
        recent.counts(posted.id);
        const none = { id: posted.id, stream, references: new Set<string>(), withdrawn: false, hasMore: false };
        attachments.push({ key, known: recent.remember(happening, none), further });
      }
    }
    return attachments;
  }

  async #attach(attachments: readonly Attachment[], rowOf: Part['rowOf']): Promise<void> {
    const { tally } = this.#ports;
    const events = attachments.flatMap(({ known, further }) =>
      further.map((report) => ({ stream: known.stream, event: attachmentOf(known, report), of: report })),
    );
    for (const posted of await this.#post(events)) {
      if ('refused' in posted) count(tally.refused, posted.refused, rowOf(posted.of));
      else tally.attached += 'id' in posted ? 1 : 0;
    }
  }

  async #post<Of>(events: readonly ToPost<Of>[]): Promise<Posted<Of>[]> {
    const { post, signal } = this.#ports;
    return post(events, { onPosted: (commit) => (this.#last = commit), signal });
  }
}

const hasReports = ({ further }: Attachment): boolean => further.length > 0;

const referencesOf = (reports: readonly Report[]): string[] => reports.flatMap(({ reference }) => reference ?? []);

const planOf = (fresh: readonly Fresh[], attachments: readonly Attachment[]): PartPlan => ({
  at: new Date().toISOString(),
  fresh: fresh.map(({ of: { happening } }) => happening.key),
  attach: Object.fromEntries(
    attachments.filter(hasReports).map(({ key, further }) => [key, referencesOf(further)] as const),
  ),
});

/** The reports of a happening that a plan attaches. */
function planFor({ attach }: PartPlan, { key, reports }: Happening): Report[] {
  const planned = new Set(Object.hasOwn(attach, key) ? attach[key] : []);
  return reports.filter(({ reference = '' }) => planned.has(reference));
}

const attachmentOf = ({ id }: Known, report: Report): PostedEvent =>
  ({
    type: 'ReportAttached',
    schemaVersion: correctionTypes.ReportAttached.schemaVersion,
    of: id,
    report,
  }) as PostedEvent;
