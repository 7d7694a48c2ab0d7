import { appendCommits as appendEach, commitResult } from '../../shared/http/append-commits.ts';
import { json, subjectOf } from '../../shared/http/http-request.ts';
import { appendCommitsRequest } from '../../shared/http/requests/append-commits.ts';
import { parseRequest } from '../../shared/http/parse-request.ts';
import { preferredWait } from '../../shared/http/preconditions.ts';
import type { Append } from '../../shared/ledger/append.ts';
import type { Arrival } from '../../shared/projections/arrival.ts';
import { failed } from '../middleware/failed.ts';
import { httpFunction } from '../middleware/http-function.ts';
import { appending } from '../wiring/appending.ts';

/** `POST /events` */
export const appendCommits = ({ append, arrival }: { append: Append; arrival: Arrival }) =>
  httpFunction(async (request) => {
    const { headers, body } = parseRequest(appendCommitsRequest, request);
    const outcomes = await appendEach(append, body.commits, subjectOf(request), failed);
    const wait = preferredWait(headers.prefer);
    const results = await Promise.all(
      outcomes.map(async (outcome) => {
        if (wait === undefined || !('appended' in outcome)) return commitResult(outcome);
        const { stream, version } = outcome.appended;
        return commitResult(outcome, await arrival(stream, version, wait));
      }),
    );
    return json(200, { results });
  });

export const handler = appendCommits(appending());
