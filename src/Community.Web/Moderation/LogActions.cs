using System.Globalization;

namespace Community.Web.Moderation;

/// <summary>The actions of the log in the words of the resources.</summary>
internal static class LogActions
{
    public static readonly IReadOnlyList<string> All =
    [
        "approve-post", "hold-post", "hide-post", "restore-post", "remove-post", "edit-post", "hide-revision", "show-revision", "lock-topic", "unlock-topic", "pin-topic", "unpin-topic", "move-topic", "run-live-thread", "mark-answer", "clear-answer",
        "decline-reports", "reopen-reports", "suspend-member", "end-suspension", "change-role", "erase-member", "offer-member", "withdraw-offer", "create-forum", "update-forum", "archive-forum", "reopen-forum",
        "delete-forum", "set-idea-status", "answer-idea", "merge-idea", "unmerge-idea", "split-idea", "move-idea", "pass-on-vote", "hide-vote-reason", "show-vote-reason", "take-back-passed-on", "create-board", "update-board", "archive-board", "reopen-board", "delete-board",
        "update-brand", "update-site", "set-announcement", "publish-document",
    ];

    /// <summary>The key of an action's sentence; an unknown one, from a later version, has a sentence of its own.</summary>
    public static string Key(string action) => All.Contains(action)
        ? "Act" + string.Concat(action.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]))
        : "ActUnknown";
}
