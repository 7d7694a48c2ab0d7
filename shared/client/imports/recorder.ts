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
import { postEvents, type ToPost } from './post-events.ts';

/** Events of this import that are remembered: those recorded last, which timelines may not show yet. */
const mostRemembered = 50_000;

/** Histories that are read at the same time. */
const parallel = 6;

/** Records happenings, part after part, each once. */
export class Recorder {
  readonly #client: Pick<Chancery, 'list' | 'appendCommits'>;
  readonly #map: ImportMap;
  readonly #tally: Tally;
  #last: PostedCommit | undefined;
  readonly #remembered = new Map<string, Known>();

  constructor(client: Pick<Chancery, 'list' | 'appendCommits'>, map: ImportMap, tally: Tally) {
    this.#client = client;
    this.#map = map;
    this.#tally = tally;
  }

  /** The commit that was recorded last. */
  get last(): PostedCommit | undefined {
    return this.#last;
  }

  readonly #note = (commit: PostedCommit): void => {
    this.#last = commit;
  };

  /** Records what is new, and attaches new reports to what is known. `rowOf` names the row of a reference. */
  async record(happenings: readonly Happening[], rowOf: (report: Report | undefined) => string): Promise<void> {
    const { byKey, byReference } = await knownHappenings(this.#client, this.#map.source, happenings);
    const fresh: ToPost<{ happening: Happening; further: readonly Report[] }>[] = [];
    const attachments: Attachment[] = [];
    for (const happening of happenings) {
      const { reports } = happening;
      const recorded = reports.map(({ reference = '' }) => byReference.get(reference)).find((one) => one !== undefined);
      const earlier = this.#remembered.get(happening.key);
      const known = earlier ?? recorded ?? (this.#map.sameHappening ? byKey.get(happening.key) : undefined);
      if (known !== undefined) {
        const further = reports.filter(
          ({ reference = '' }) => !known.references.has(reference) && !byReference.has(reference),
        );
        if (earlier === undefined) this.#tally.known += 1;
        else this.#tally.events -= 1; // counted when its first rows were
        const remembered = this.#remember(happening, known.id, known);
        if (further.length > 0 && !known.withdrawn) attachments.push({ known: remembered, further });
        continue;
      }
      const composed: Composed | { readonly refused: string } = eventOf(happening, this.#map);
      if ('refused' in composed) count(this.#tally.refused, composed.refused, rowOf(reports[0]));
      else
        fresh.push({ stream: happening.stream, event: composed.event, of: { happening, further: composed.further } });
    }
    const unseen = await inParallel(attachments, async (one) => this.#withoutAttached(one), parallel);
    unseen.push(...(await this.#postFresh(fresh, rowOf)));
    await this.#attach(
      unseen.filter(({ further }) => further.length > 0),
      rowOf,
    );
  }

  /** Leaves out the reports that were attached before, where the event has more than a timeline shows. */
  async #withoutAttached(attachment: Attachment): Promise<Attachment> {
    const { known, further } = attachment;
    if (!known.hasMore) return attachment;
    const attached = await attachedReferences(this.#client, this.#map.source, known.id);
    return { ...attachment, further: further.filter(({ reference = '' }) => !attached.has(reference)) };
  }

  async #postFresh(
    fresh: readonly ToPost<{ happening: Happening; further: readonly Report[] }>[],
    rowOf: (report: Report | undefined) => string,
  ): Promise<Attachment[]> {
    const attachments: Attachment[] = [];
    for (const posted of await postEvents(this.#client, fresh, this.#note)) {
      const { happening, further } = posted.of;
      if ('refused' in posted) count(this.#tally.refused, posted.refused, rowOf(happening.reports[0]));
      else if ('known' in posted) this.#tally.known += 1;
      else {
        this.#tally.recorded += 1;
        for (const code of posted.warnings) count(this.#tally.warnings, code, rowOf(happening.reports[0]));
        const known = this.#remember(happening, posted.id);
        if (further.length > 0) attachments.push({ known, further });
      }
    }
    return attachments;
  }

  async #attach(attachments: readonly Attachment[], rowOf: (report: Report | undefined) => string): Promise<void> {
    const events = attachments.flatMap(({ known, further }) =>
      further.map((report) => ({
        stream: known.stream,
        event: attachmentOf(known, report),
        of: report,
      })),
    );
    for (const posted of await postEvents(this.#client, events, this.#note)) {
      if ('refused' in posted) count(this.#tally.refused, posted.refused, rowOf(posted.of));
      else this.#tally.attached += 'id' in posted ? 1 : 0;
    }
  }

  #remember({ key, stream, reports }: Happening, id: string, before?: Known): Known {
    const references = reports.flatMap(({ reference }) => reference ?? []);
    const all = new Set([...(before?.references ?? []), ...references]);
    const of = before ?? { id, stream, withdrawn: false, hasMore: false };
    const known = { ...of, references: all };
    if (!this.#map.sameHappening) return known;
    this.#remembered.delete(key);
    this.#remembered.set(key, known);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    return known;
  }
}

/** Reports to attach to an event. */
interface Attachment {
  readonly known: Known;
  readonly further: readonly Report[];
}

const attachmentOf = ({ id }: Known, report: Report): PostedEvent =>
  ({
    type: 'ReportAttached',
    schemaVersion: correctionTypes.ReportAttached.schemaVersion,
    of: id,
    report,
  }) as PostedEvent;
