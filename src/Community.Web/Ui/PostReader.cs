using Community.Discussions;
using Community.Shared;

namespace Community.Web.Ui;

/// <summary>What the posts of one page have in common: whose page it is and what this reader may do on it.</summary>
public sealed record PostReader
{
    /// <summary>The form whose token and return address the buttons of all posts use.</summary>
    public const string ActForm = "act";

    public required Actor Actor { get; init; }

    /// <summary>The address of this page of posts, without a query of its own but the page.</summary>
    public required string Address { get; init; }

    /// <summary>Whether the reader may do more than read at all: signed in, confirmed, not suspended.</summary>
    public required bool TakesPart { get; init; }

    public required bool CanReply { get; init; }

    /// <summary>Who asked, and may say what answered it.</summary>
    public required long StarterId { get; init; }

    public long? AnswerPostId { get; init; }

    /// <summary>Where the answer is marked; null where the subject knows no answers.</summary>
    public string? AnswerAction { get; init; }

    /// <summary>Where another post of the discussion stands.</summary>
    public required Func<int, string> HrefOf { get; init; }

    /// <summary>The post in which a step is open that asks to be confirmed.</summary>
    public int? Removing { get; init; }

    public int? Moderating { get; init; }

    public bool CanMarkAnswer => AnswerAction is not null && TakesPart && (Actor.MemberId == StarterId || Actor.IsModerator);

    public bool IsOwn(PostView post) => Actor.MemberId is { } me && post.Author?.Id == me;

    public bool CanReact(PostView post) => TakesPart && post.IsVisible && !IsOwn(post);

    public bool CanEdit(PostView post) => TakesPart && post.IsShown && (Actor.IsModerator || (IsOwn(post) && post.State is PostState.Visible or PostState.Held));

    public bool CanRemove(PostView post) => TakesPart && IsOwn(post) && post.State is PostState.Visible or PostState.Held;

    public bool CanModerate(PostView post) =>
        TakesPart && Actor.IsModerator && post.State is PostState.Visible or PostState.Held or PostState.Hidden or PostState.RemovedByStaff;

    /// <summary>This page with a step opened in a post.</summary>
    public string With(string step, long value, int post) =>
        $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{step}={value.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(step is "reply" or "quote" ? "#reply" : Links.Anchor(post))}";
}
