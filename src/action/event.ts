/** A pull request, with the commits that the event names. */
export interface PullRequest {
  readonly number: number;
  /** The tip of the branch it goes onto, when the event was made. */
  readonly base: string;
  /** Its own last commit. */
  readonly head: string;
}

/** What started the workflow, as far as it matters to a gate. */
export interface Event {
  readonly pullRequest: PullRequest | null;
  /** The commit that a merge queue puts a group of pull requests onto; null for other events. */
  readonly mergeGroupBase: string | null;
}

/** The commit that is checked out. */
export interface Head {
  readonly commit: string;
  /** In the order of the commit; two or more for a merge. */
  readonly parents: readonly string[];
}

/** The part of GitHub's event file that is read here. */
interface Payload {
  readonly pull_request?: {
    readonly number: number;
    readonly base: { readonly sha: string };
    readonly head: { readonly sha: string };
  };
  readonly merge_group?: { readonly base_sha: string };
}

/** What GitHub's event file says. `text`: the file, JSON. */
export function eventOf(text: string): Event {
  const { pull_request, merge_group } = JSON.parse(text) as Payload;
  return {
    pullRequest: pull_request
      ? { number: pull_request.number, base: pull_request.base.sha, head: pull_request.head.sha }
      : null,
    mergeGroupBase: merge_group?.base_sha ?? null,
  };
}

/**
 * The commit that a change goes onto, or null where the event is none of a change. GitHub checks out a merge of the pull
 * request into its base branch as it is now, which the event, made earlier, may not know yet: what others have changed
 * since would look like this change's doing.
 */
export function baseOf({ pullRequest, mergeGroupBase }: Event, head: Head | null): string | null {
  if (pullRequest === null) return mergeGroupBase;
  const [onto, from] = head?.parents ?? [];
  return onto !== undefined && from === pullRequest.head ? onto : pullRequest.base;
}

/** True when the pull request, or a merge of it, is what is checked out. */
export function isCheckedOut({ head }: PullRequest, { commit, parents }: Head): boolean {
  return commit === head || parents.includes(head);
}
