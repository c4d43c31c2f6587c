import { checkedOut, obtainCommit } from '../io/checkout.ts';
import { baseOf, type Event, isCheckedOut } from './event.ts';
import { ActionError } from './inputs.ts';
import { warn } from './log.ts';

/**
 * The commit to compare with, made available; null where there is none, or where it cannot be had, which the log says.
 * `wanted`: a revision, `none`, or '' for what the event says; `trigger`: the event's name. Throws ActionError where what
 * is checked out is not the change, so that comparing would find nothing.
 */
export async function baseCommit(wanted: string, event: Event, trigger: string): Promise<string | null> {
  if (wanted === 'none') return null;
  const revision = wanted === '' ? await baseOfEvent(event, trigger) : wanted;
  if (revision === null) return null;
  const found = await obtainCommit(revision);
  if ('commit' in found) return found.commit;
  await warn(`nothing to compare with, so that every finding counts: git has no ${revision} (${found.reason})`);
  return null;
}

async function baseOfEvent(event: Event, trigger: string): Promise<string | null> {
  const head = await checkedOut();
  const { pullRequest } = event;
  if (trigger === 'pull_request_target' && pullRequest !== null && head !== null && !isCheckedOut(pullRequest, head)) {
    const merge = `refs/pull/${pullRequest.number}/merge`;
    throw new ActionError(
      `what is checked out is not the pull request: on ${trigger} that takes "ref: ${merge}" for actions/checkout`,
    );
  }
  return baseOf(event, head);
}
