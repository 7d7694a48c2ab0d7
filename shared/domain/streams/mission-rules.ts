import { refuse, standingAt } from './milestone.ts';
import { areUnlike, type Mission, type MissionStep, mostConsulates, rankOf } from './mission-steps.ts';

/** Refuses a step that contradicts what is known of a mission at its date; throws RuleViolated. */
export function refuseContradiction(step: MissionStep, mission: Mission): void {
  const [status, occurred, person] = step;
  const post = standingAt(occurred, mission.post);
  const nominee = standingAt(occurred, mission.nominee);
  const ambassador = standingAt(occurred, mission.ambassador);
  switch (status) {
    case 'opened':
      if (post === undefined || post[0] === 'closed' || areUnlike(step, post)) return;
      refuse('mission-already-open', 'The mission is open', post);
      return;
    case 'closed':
      if (post?.[0] === 'closed') refuse('mission-already-closed', 'The mission is closed', post);
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
      if (nominee?.[0] === 'agrément refused') refuseAnswered(step, nominee);
      if (ambassador?.[0] === status && person !== undefined && person === ambassador[2]) {
        refuse('credentials-already-presented', `${person} has presented credentials already`, ambassador);
      }
      return;
    case 'recalled':
    case 'recalled for consultations':
    case 'recalled for good':
      refuseClosed(post);
      if (ambassador?.[0] === 'recalled for good' && perhapsTheSame(step, ambassador)) {
        refuse('ambassador-already-recalled', 'The ambassador has already been recalled for good', ambassador);
      }
      return;
    case 'returned':
      refuseClosed(post);
      refuseReturn(step, ambassador);
      return;
    case 'expelled':
      if (ambassador?.[0] === 'expelled' && perhapsTheSame(step, ambassador)) {
        refuse('ambassador-already-expelled', 'The ambassador has already been expelled', ambassador);
      }
  }
}

/** Whether two steps may be about one person: they are not known to be about two. */
const perhapsTheSame = ([, , person]: MissionStep, [, , other]: MissionStep): boolean =>
  person === undefined || other === undefined || person === other;

function refuseClosed(post: Mission['post']): void {
  if (post?.[0] === 'closed') refuse('mission-closed', 'The mission is closed: record its opening first', post);
}

function refuseSameOrOtherWay(step: MissionStep, post: Mission['post']): void {
  if (post === undefined || rankOf(step) < 0 || rankOf(post) < 0 || areUnlike(step, post)) return;
  const [status, , detail] = step;
  const rise = rankOf(step) - rankOf(post);
  if (status === 'upgraded' && rise <= 0) refuse('not-an-upgrade', `${detail} is no higher rank`, post);
  if (status === 'downgraded' && rise >= 0) refuse('not-a-downgrade', `${detail} is no lower rank`, post);
}

/** Refuses a step that contradicts what is known of a consular post, or one more than are kept. */
export function refuseConsulate(name: string, [status, occurred]: MissionStep, consulates: Mission['consulates'] = {}) {
  const known = standingAt(occurred, consulates[name]);
  if (status === 'opened' && known?.[0] === 'opened') refuse('post-already-open', `The ${name} is open`, known);
  if (status === 'closed' && known?.[0] === 'closed') refuse('post-already-closed', `The ${name} is closed`, known);
  if (consulates[name] === undefined && Object.keys(consulates).length >= mostConsulates) {
    refuse('too-many-posts', `A mission has at most ${mostConsulates} consular posts`, undefined);
  }
}

/** After an answer, the next step needs a new nomination, or another person. */
function refuseAnswered(step: MissionStep, nominee: Mission['nominee']): void {
  if (nominee === undefined || !perhapsTheSame(step, nominee)) return;
  if (nominee[0] === 'agrément refused') {
    refuse('agrement-refused', 'The agrément was refused: somebody has to be nominated anew first', nominee);
  }
  if (nominee[0] === 'agrément granted') {
    refuse('agrement-already-granted', 'The agrément has already been granted', nominee);
  }
}

function refuseReturn(step: MissionStep, ambassador: Mission['ambassador']): void {
  if (ambassador === undefined || !perhapsTheSame(step, ambassador)) return;
  if (ambassador[0] === 'recalled for good' || ambassador[0] === 'expelled') {
    refuse('ambassador-gone', `An ambassador who was ${ambassador[0]} does not return`, ambassador);
  }
  if (ambassador[0] === 'returned') {
    refuse('ambassador-already-returned', 'The ambassador has already returned', ambassador);
  }
}
