using Community.Members;
using Community.Shared;

namespace Community.Discussions.Bookmarks;

/// <summary>A bookmark as its owner sees it on the form.</summary>
/// <param name="PostId">What it leads to.</param>
/// <param name="Number">Of the post in its discussion; 0 where it is not to be read any more.</param>
/// <param name="IsSaved">Whether there is one already.</param>
/// <param name="Note">Why.</param>
/// <param name="RemindOn">The day of the reminder.</param>
public sealed record BookmarkView(long PostId, int Number, bool IsSaved, string Note, DateOnly? RemindOn)
{
    /// <summary>Who wrote the post; null for a gap.</summary>
    public MemberSummary? Author { get; init; }

    /// <summary>What it stands in.</summary>
    public ContentName? Within { get; init; }
}
