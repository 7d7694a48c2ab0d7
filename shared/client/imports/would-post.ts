import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { doubtsOf } from '#shared/domain/events/doubts.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { PostedEvent } from '#shared/client/api-schema.ts';
import type { Posted, ToPost } from './post-events.ts';
import type { Post } from './recorder.ts';

/** Makes a stand-in for posting that says, of each event, what the event alone tells: its warnings. */
export function wouldPost(): Post {
  let number = 0;
  return async <Of>(events: readonly ToPost<Of>[]): Promise<Posted<Of>[]> =>
    events.map(({ event, of }) => {
      number += 1;
      return { of, id: `would-be-${number}`, warnings: warningsOf(event), repeated: false };
    });
}

function warningsOf(posted: PostedEvent): string[] {
  if (isCorrection(posted)) return []; // an event that it corrects may be one that is not there yet
  const event = NewEvent.parse(posted);
  return isCorrection(event) ? [] : doubtsOf(event).map(({ code }) => code);
}
