import * as z from 'zod';
import { correctionTypes } from '#shared/domain/corrections/correction-types.ts';
import { mostTold } from '#shared/domain/corrections/correction.ts';
import { parseEventAddress } from '#shared/domain/events/event-address.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { text } from '#shared/domain/events/text.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { CorrelationHeader } from '#shared/api/protocol/preconditions.ts';
import { postedProblems, type ProblemDocument } from '#shared/api/protocol/problem.ts';
import { Problem } from '#shared/api/protocol/problem-schema.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { appendEach } from './append-each.ts';
import type { AppendPorts } from './append-ports.ts';
import { postedBy } from './posted-by.ts';

/** The events that all decisions of one call name at most. */
const mostEvents = 500;

const ids = () =>
  z
    .array(EventId)
    .min(2)
    .max(mostTold + 1)
    .refine((some) => new Set(some).size === some.length, { error: 'expected each event once' })
    .meta({ uniqueItems: true })
    .optional();

const decision = () =>
  z
    .strictObject({
      same: ids(),
      as: EventId.optional().meta({ description: 'With `same`: the one that stands for them, recorded first' }),
      different: ids(),
      summary: text(2000).optional(),
    })
    .refine(({ same, different }) => (same === undefined) !== (different === undefined), {
      path: ['same'],
      error: 'expected either same or different',
    })
    .refine(({ same, as }) => (same === undefined ? as === undefined : as !== undefined && same.includes(as)), {
      path: ['as'],
      error: 'expected one of the events of same, and nothing with different',
    });

export const resolveDuplicatesRequest = () =>
  ({
    headers: CorrelationHeader,
    body: z
      .strictObject({ decisions: z.array(decision()).min(1).max(100) })
      .refine(({ decisions }) => decisions.reduce((sum, one) => sum + idsIn(one).length, 0) <= mostEvents, {
        path: ['decisions'],
        error: `expected at most ${mostEvents} events in all decisions together`,
      }),
  }) as const satisfies RequestContract;

type DecisionMade = z.output<ReturnType<typeof decision>>;

const idsIn = ({ same = [], different = [] }: DecisionMade): readonly string[] => [...same, ...different];

/** `POST /duplicates/resolutions` */
export const resolveDuplicates = resource(
  resolveDuplicatesRequest,
  async (ports: AppendPorts, { headers, body }, request, timeLeft) => {
    const by = { ...postedBy(request, ports.clients), correlationId: headers['x-correlation-id'] };
    const appendOne = async (commit: AppendRequest) => ({
      appended: await ports.append(commit),
      possibleDuplicates: [],
      warnings: [],
    });
    const corrections = body.decisions.map(correctionsOf);
    const commits = corrections.flat().map(({ correction }) => ({
      stream: parseEventAddress(correction.of)?.stream,
      events: [correction],
    }));
    const outcomes = await appendEach(appendOne, commits, by, ports.reportFailure, timeLeft);
    const results = outcomes[Symbol.iterator]();
    return json(200, {
      results: corrections.map((ofOne) => ({
        events: ofOne.map(({ correction: { of }, pointer }) => {
          const outcome = results.next().value;
          if (outcome === undefined) throw new Error(`${of} has no outcome`);
          return 'problem' in outcome
            ? { id: of, problem: placed(outcome.problem, pointer) }
            : { id: of, isNew: outcome.appended.versions.length > 0 };
        }),
      })),
    });
  },
);

/** Says where in the request the event is that could not be corrected. */
const placed = ({ errors: [first] = [], ...rest }: ProblemDocument, pointer: string) => ({
  ...rest,
  errors: [{ pointer, detail: first?.detail ?? rest.detail ?? rest.title }],
});

/**
 * Says a decision in corrections, each of one event with its place in the request: of all but the one that stands, or
 * that the others are told from.
 */
function correctionsOf({ same = [], as: into, different = [], summary }: DecisionMade, decided: number) {
  const why = summary !== undefined && { summary };
  const { EventsMerged: merged, EventsDistinguished: distinguished } = correctionTypes;
  return [
    ...same.map((of, index) => ({
      correction: { type: 'EventsMerged', ...merged, of, into, ...why },
      pointer: `/decisions/${decided}/same/${index}`,
    })),
    ...different.map((of, index) => ({
      correction: { type: 'EventsDistinguished', ...distinguished, of, from: different.slice(0, index), ...why },
      pointer: `/decisions/${decided}/different/${index}`,
    })),
  ].filter(({ correction: { of } }) => of !== into && of !== different[0]);
}

export const resolveDuplicatesOperation = (): Operation => ({
  summary: 'Decide about suspected duplicates, up to 100 groups in one call',
  description:
    '`same` are merged into one (`EventsMerged`), `different` are told apart (`EventsDistinguished`). To repeat a call is safe.',
  request: resolveDuplicatesRequest(),
  responses: {
    200: {
      description: 'For every decision, in order, what became of its events',
      content: {
        'application/json': z.object({
          results: z.array(
            z.object({
              events: z.array(z.object({ id: EventId, isNew: z.boolean().optional(), problem: Problem.optional() })),
            }),
          ),
        }),
      },
    },
  },
  problems: postedProblems,
});
