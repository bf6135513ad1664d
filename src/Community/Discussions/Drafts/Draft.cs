using Community.Discussions.Contract;

namespace Community.Discussions.Drafts;

/// <summary>What a member has begun to write in a form and not sent. Nobody else ever sees it.</summary>
public sealed class Draft
{
    public required long MemberId { get; init; }

    public required DraftKind Kind { get; init; }

    public required long PlaceId { get; init; }

    public DraftPlace Place => new(Kind, PlaceId);

    /// <summary>The key of the form that saved it last; what that form sends ends the draft.</summary>
    public Guid FormKey { get; set; }

    /// <summary>Raised by each save; a save that does not raise it began from something older.</summary>
    public long Sequence { get; set; }

    public DateTimeOffset SavedAt { get; set; }

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    public string Tags { get; set; } = "";

    /// <summary>Why a post is changed; only with an edit.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The number of the post that is answered.</summary>
    public int? ReplyToNumber { get; set; }

    /// <summary>The version of the post that an edit started from.</summary>
    public int? Version { get; set; }

    public DraftText Text => new() { Title = Title, Body = Body, Tags = Tags, Reason = Reason, ReplyToNumber = ReplyToNumber, Version = Version };

    public void Put(DraftText text) =>
        (Title, Body, Tags, Reason, ReplyToNumber, Version) = (text.Title, text.Body, text.Tags, text.Reason, text.ReplyToNumber, text.Version);
}
