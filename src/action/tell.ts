import type { Api } from '../io/github-api.ts';
import { add, change, list, viewer } from '../io/github-api.ts';
import { type Comment, type CommentText, stepFor } from './comment.ts';

/** Where a pull request is. */
export interface MessagePlace {
  /** `owner/name`. */
  readonly repository: string;
  /** Number of the pull request. */
  readonly number: number;
}

/**
 * Brings the comment of a pull request up to date, if there is anything to say. What was done, for the log. Throws
 * ApiError where GitHub refuses.
 */
export async function tell(api: Api, { repository, number }: MessagePlace, statement: CommentText): Promise<string> {
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const author = await viewer(api);
  const step = stepFor((await list(api, comments)).flatMap(commentOf), author, statement);
  switch (step.kind) {
    case 'create':
      await add(api, comments, { body: step.body });
      return 'The pull request has a comment now.';
    case 'update':
      await change(api, `/repos/${repository}/issues/comments/${step.id}`, { body: step.body });
      return 'The comment in the pull request is up to date now.';
    case 'nothing':
      return 'The pull request has nothing new to be told.';
  }
}

/** A comment as GitHub's API gives it; none for what has no author or text any more. */
function commentOf(json: unknown): Comment[] {
  const { id, body, user } = Object(json);
  const author = Object(user).login;
  return typeof id === 'number' && typeof body === 'string' && typeof author === 'string' ? [{ id, author, body }] : [];
}
