import { refuse, standsAt } from './milestone.ts';
import type { Mission, MissionStep } from './mission-steps.ts';

/** Refuses a step that contradicts what is known of a mission at its date; throws RuleViolated. */
export function refuseContradiction(step: MissionStep, mission: Mission): void {
  const { post, nominee, ambassador } = standingAt(step.occurred, mission);
  switch (step.status) {
    case 'opened':
      if (post !== undefined && post.status !== 'closed') refuse('mission-already-open', 'The mission is open', post);
      return;
    case 'closed':
      if (post?.status === 'closed') refuse('mission-already-closed', 'The mission is closed', post);
      return;
    case 'upgraded':
    case 'downgraded':
      refuseClosed(post);
      refuseSameOrOtherWay(step, post);
      return;
    case 'nominated':
      return;
    case 'agrément granted':
    case 'agrément refused':
      refuseAnswered(step, nominee);
      return;
    case 'credentials presented':
      refuseClosed(post);
      if (nominee?.status === 'agrément refused') refuseAnswered(step, nominee);
      if (ambassador?.status === step.status && ambassador.detail !== undefined && ambassador.detail === step.detail) {
        refuse('credentials-already-presented', `${step.detail} has presented credentials already`, ambassador);
      }
      return;
    case 'recalled':
    case 'recalled for consultations':
    case 'recalled for good':
      refuseClosed(post);
      if (ambassador?.status === 'recalled for good' && perhapsTheSame(step, ambassador)) {
        refuse('ambassador-already-recalled', 'The ambassador has already been recalled for good', ambassador);
      }
      return;
    case 'returned':
      refuseClosed(post);
      refuseReturn(step, ambassador);
      return;
    case 'expelled':
      if (ambassador?.status === 'expelled' && perhapsTheSame(step, ambassador)) {
        refuse('ambassador-already-expelled', 'The ambassador has already been expelled', ambassador);
      }
  }
}

/** What is known of a mission at a date: without the steps that are plainly later. */
function standingAt(occurred: string, { post, nominee, ambassador }: Mission): Mission {
  return {
    ...(post && standsAt(post, occurred) && { post }),
    ...(nominee && standsAt(nominee, occurred) && { nominee }),
    ...(ambassador && standsAt(ambassador, occurred) && { ambassador }),
  };
}

/** Whether two steps may be about one person: they are not known to be about two. */
const perhapsTheSame = ({ detail }: MissionStep, other: MissionStep): boolean =>
  detail === undefined || other.detail === undefined || detail === other.detail;

function refuseClosed(post: Mission['post']): void {
  if (post?.status === 'closed') refuse('mission-closed', 'The mission is closed: record its opening first', post);
}

const ranks: readonly (string | undefined)[] = ['consular', 'charge-d-affaires', 'ambassador'];

function refuseSameOrOtherWay({ status, detail }: MissionStep, post: Mission['post']): void {
  if (detail === undefined || post?.detail === undefined) return;
  const rise = ranks.indexOf(detail) - ranks.indexOf(post.detail);
  if (status === 'upgraded' && rise <= 0) refuse('not-an-upgrade', `${detail} is no higher rank`, post);
  if (status === 'downgraded' && rise >= 0) refuse('not-a-downgrade', `${detail} is no lower rank`, post);
}

/** After an answer, the next step needs a new nomination, or another person. */
function refuseAnswered(step: MissionStep, nominee: Mission['nominee']): void {
  if (nominee === undefined || !perhapsTheSame(step, nominee)) return;
  if (nominee.status === 'agrément refused') {
    refuse('agrement-refused', 'The agrément was refused: somebody has to be nominated anew first', nominee);
  }
  if (nominee.status === 'agrément granted') {
    refuse('agrement-already-granted', 'The agrément has already been granted', nominee);
  }
}

function refuseReturn(step: MissionStep, ambassador: Mission['ambassador']): void {
  if (ambassador === undefined || !perhapsTheSame(step, ambassador)) return;
  if (ambassador.status === 'recalled for good' || ambassador.status === 'expelled') {
    refuse('ambassador-gone', `An ambassador who was ${ambassador.status} does not return`, ambassador);
  }
  if (ambassador.status === 'returned') {
    refuse('ambassador-already-returned', 'The ambassador has already returned', ambassador);
  }
}
