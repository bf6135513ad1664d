namespace Community.Discussions;

public sealed class Tag
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name folded (NFKC, lower case); unique, and what stands in the address.</summary>
    public required string Key { get; init; }

    /// <summary>How many visible subjects carry it.</summary>
    public int Count { get; set; }
}

/// <summary>That a discussion's subject carries a tag. Ids are in order of time, so a tag's list is newest first by key.</summary>
public sealed class DiscussionTag
{
    public required long DiscussionId { get; init; }

    public required long TagId { get; init; }

    public int Order { get; set; }
}
