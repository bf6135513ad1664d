using Community.Data;
using Community.Shared;

namespace Community.Imports.Contract;

/// <summary>A place for topics as another system had it. The slug is a wish: a number follows where it is taken.</summary>
public sealed record ImportedForum(long Id, long? ParentId, string Slug, LocalizedText Name, LocalizedText Description)
{
    public int Hue { get; init; }

    public int Order { get; init; }

    public string ReadAudience { get; init; } = Audience.Everyone;

    public string ReplyAudience { get; init; } = Audience.Members;

    public string StartAudience { get; init; } = Audience.Members;
}

/// <summary>Forums came from elsewhere, parents before their children. Whoever keeps forums adds them in the same transaction.</summary>
public sealed record ForumsImported(IReadOnlyList<ImportedForum> Forums) : IEvent;
