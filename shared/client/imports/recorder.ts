import type { Report } from '#shared/domain/events/evidence.ts';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import type { PostedCommit, PostedEvent } from '#shared/client/api-schema.ts';
import { type Composed, eventOf } from './event-of-happening.ts';
import type { Happening } from './happenings.ts';
import type { ImportMap } from './import-map.ts';
import { count, type Tally } from './import-tally.ts';
import { type Known, knownHappenings } from './known-happenings.ts';
import { postEvents, type ToPost } from './post-events.ts';

/** Events of this import that are remembered: those recorded last, which timelines may not show yet. */
const mostRemembered = 50_000;

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
      const known =
        this.#remembered.get(happening.key) ??
        recorded ??
        (this.#map.sameHappening ? byKey.get(happening.key) : undefined);
      if (known !== undefined) {
        const further = reports.filter(
          ({ reference = '' }) => !known.references.has(reference) && !byReference.has(reference),
        );
        if (further.length === 0 || known.withdrawn) this.#tally.known += 1;
        else attachments.push({ happening, known, further });
        continue;
      }
      const composed: Composed | { readonly refused: string } = eventOf(happening, this.#map);
      if ('refused' in composed) count(this.#tally.refused, composed.refused, rowOf(reports[0]));
      else
        fresh.push({ stream: happening.stream, event: composed.event, of: { happening, further: composed.further } });
    }
    attachments.push(...(await this.#postFresh(fresh, rowOf)));
    await this.#attach(attachments, rowOf);
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
        if (further.length > 0) attachments.push({ happening, known, further });
      }
    }
    return attachments;
  }

  async #attach(attachments: readonly Attachment[], rowOf: (report: Report | undefined) => string): Promise<void> {
    const events = attachments.flatMap(({ happening, known, further }) =>
      further.map((report) => ({
        stream: known.stream,
        event: attachmentOf(known, report),
        of: { happening, known, report },
      })),
    );
    for (const posted of await postEvents(this.#client, events, this.#note)) {
      const { happening, known, report } = posted.of;
      if ('refused' in posted) count(this.#tally.refused, posted.refused, rowOf(report));
      else {
        this.#tally.attached += 'id' in posted ? 1 : 0;
        this.#remember(happening, known.id, known);
      }
    }
  }

  #remember({ key, stream, reports }: Happening, id: string, before?: Known): Known {
    const references = reports.flatMap(({ reference }) => reference ?? []);
    const known = { id, stream, references: new Set([...(before?.references ?? []), ...references]), withdrawn: false };
    if (!this.#map.sameHappening) return known;
    this.#remembered.delete(key);
    this.#remembered.set(key, { ...known, stream: before?.stream ?? stream });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > mostRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    return known;
  }
}

interface Attachment {
  readonly happening: Happening;
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
