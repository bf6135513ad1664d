using Community.Data;
using Community.Shared;

namespace Community.Forums;

/// <summary>A place for topics. Forums stand in two levels; those of the first may hold topics as well.</summary>
public sealed class Forum : Entity
{
    public long? ParentId { get; set; }

    /// <summary>Unique, in the address.</summary>
    public required string Slug { get; set; }

    public required LocalizedText Name { get; set; }

    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    /// <summary>One of the twelve hues of the stylesheet, 0 to 11.</summary>
    public int Hue { get; set; }

    public int Order { get; set; }

    public string ReadAudience { get; set; } = Audience.Everyone;

    public string ReplyAudience { get; set; } = Audience.Members;

    public string StartAudience { get; set; } = Audience.Members;

    /// <summary>Readable as before, but takes no new topics or replies.</summary>
    public bool IsArchived { get; set; }

    public int TopicCount { get; set; }

    /// <summary>Visible posts, openings included.</summary>
    public int PostCount { get; set; }

    public DateTimeOffset? LastPostAt { get; set; }

    public long? LastTopicId { get; set; }
}
