namespace Community.Web.Shell.Reference;

/// <summary>With which status a problem comes, by its code.</summary>
internal static class ProblemStatuses
{
    private static readonly Dictionary<int, string[]> Codes = new()
    {
        [StatusCodes.Status400BadRequest] = ["form-not-taken", "malformed"],
        [StatusCodes.Status401Unauthorized] = ["token-invalid", "token-missing"],
        [StatusCodes.Status403Forbidden] =
        [
            "above-your-role", "admins-only", "answer-asker-only", "backers-hidden", "board-archived", "board-submit-audience", "confirm-email", "edit-window-over", "forum-archived", "forum-reply-audience",
            "forum-start-audience", "moderators-only", "nobodys-member", "not-your-post", "not-yourself", "own-post", "own-role", "post-taken-away", "registration-closed", "report-own", "scope-not-yours",
            "sign-in", "slow-mode-edit", "suspended", "team-only", "token-scope", "too-many-drafts", "topic-locked", "topic-read-only",
        ],
        [StatusCodes.Status404NotFound] = ["not-found"],
        [StatusCodes.Status405MethodNotAllowed] = ["no-such-method"],
        [StatusCodes.Status409Conflict] =
        [
            "address-has-account", "already-confirmed", "already-handled", "already-handled-by", "already-set-up", "answer-not-a-reply", "board-merged-across", "cannot-undo", "changed-since", "document-changed",
            "document-unchanged", "draft-stale", "edit-conflict", "email-taken", "forum-archived", "forum-has-children", "forum-not-empty", "idea-closed", "idea-has-backers", "idea-merged", "idea-not-open", "idea-not-visible",
            "key-used", "last-owner", "link-used", "member-claimed", "merge-has-merged", "merge-undecided", "no-base-url", "not-suspended", "opening-has-replies", "post-not-restorable", "post-not-visible",
            "post-taken-away", "report-open", "role-first", "role-unchanged", "too-many-bookmarks", "too-many-tokens", "topic-not-visible", "undo-too-late", "votes-spent",
        ],
        [StatusCodes.Status412PreconditionFailed] = ["edit-conflict"],
        [StatusCodes.Status413PayloadTooLarge] = ["too-large"],
        [StatusCodes.Status415UnsupportedMediaType] = ["wrong-media-type"],
        // Most problems are here; those that other statuses have, too, are named.
        [StatusCodes.Status422UnprocessableEntity] = ["address-has-account", "board-archived", "email-taken", "forum-has-children"],
        [StatusCodes.Status428PreconditionRequired] = ["if-match-missing"],
        [StatusCodes.Status429TooManyRequests] =
        [
            "downloads-per-day", "edits-per-day", "first-day-replies", "first-day-topics", "ideas-per-day", "locked-out", "post-too-soon", "reactions-per-day", "report-decided", "report-limit", "slow-mode",
            "too-many-requests", "too-many-tries", "topic-too-soon", "votes-per-day",
        ],
        [StatusCodes.Status500InternalServerError] = ["failed"],
    };

    public static IEnumerable<int> All => Codes.Keys;

    public static IReadOnlyList<int> Of(string code) =>
        Codes.Where(status => status.Value.Contains(code)).Select(status => status.Key).ToArray() is { Length: > 0 } found ? found : [StatusCodes.Status422UnprocessableEntity];
}
