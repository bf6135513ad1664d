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

    public required DateTimeOffset Now { get; init; }

    /// <summary>IANA name of the zone in which times are shown.</summary>
    public required string Zone { get; init; }

    public required PostLimits Limits { get; init; }

    /// <summary>Why this reader cannot reply; null where nothing stands against it.</summary>
    public required Problem? WhyNotReply { get; init; }

    public bool CanReply => WhyNotReply is null;

    /// <summary>What all posts of the page have from around them: where it becomes another, each of them is drawn anew.</summary>
    public string Frame => CanReply ? Address : Address + " closed";

    public bool CanMarkAnswer { get; init; }

    /// <summary>Whether others answered the opening.</summary>
    public required bool HasReplies { get; init; }

    public required long StarterId { get; init; }

    public bool IsStarter => Actor.MemberId == StarterId;

    /// <summary>The members who host the discussion, by their ids.</summary>
    public IReadOnlyList<long> Hosts { get; init; } = [];

    public long? AnswerPostId { get; init; }

    /// <summary>Where the answer is marked; null where the subject knows no answers.</summary>
    public string? AnswerAction { get; init; }

    /// <summary>Where another post of the discussion stands.</summary>
    public required Func<int, string> HrefOf { get; init; }

    /// <summary>The post in which a step is open that asks to be confirmed.</summary>
    public int? Removing { get; init; }

    public int? Reacting { get; init; }

    public int? Moderating { get; init; }

    public bool IsOwn(PostView post) => Actor.MemberId is { } me && post.Author?.Id == me;

    public bool CanReact(PostView post) => PostRules.WhyNotReact(Actor, post, Now) is null;

    public bool CanEdit(PostView post) => PostRules.WhyNotEdit(Actor, post, Limits, Now) is null;

    public bool CanRemove(PostView post) => PostRules.WhyNotRemoveOwn(Actor, post, HasReplies, Now) is null;

    // Whether a state can be left does not depend on where it goes.
    public bool CanModerate(PostView post) => PostRules.WhyNotChangeState(Actor, post.State, PostState.Visible, Now) is null;

    /// <summary>This page with a step opened in a post.</summary>
    public string With(string step, long value, int post) =>
        $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{step}={value.ToString(System.Globalization.CultureInfo.InvariantCulture)}{(step is "reply" or "quote" ? "#reply" : Links.Anchor(post))}";
}
