using Community.Imports.Contract;

namespace Community.Discussions;

/// <summary>The rows of posts from elsewhere.</summary>
internal static class ImportedPosts
{
    public static Post Row(long discussionId, ImportedPost source)
    {
        var post = new Post
        {
            Id = source.Id,
            DiscussionId = discussionId,
            Number = source.Number,
            AuthorId = source.AuthorId,
            State = StateOf(source.State),
            Body = source.Body,
            Html = source.Html,
            Language = source.Language,
            ReplyToNumber = source.ReplyToNumber,
            CreatedAt = source.CreatedAt,
            IsOfficial = source.IsOfficial,
            IsConverted = source.IsConverted,
            IsDateUnknown = source.IsDateUnknown,
        };
        foreach (var reaction in source.Reactions)
            post.Reactions.Add(Enum.Parse<ReactionKind>(reaction.Kind), reaction.Count);
        return post;
    }

    public static Reaction Row(long postId, ImportedReaction source) => new()
    {
        Id = source.Id,
        PostId = postId,
        MemberId = source.MemberId,
        Kind = Enum.Parse<ReactionKind>(source.Kind),
        Count = source.Count,
        At = source.At,
    };

    private static PostState StateOf(ImportedState state) => state switch
    {
        ImportedState.Visible => PostState.Visible,
        ImportedState.Hidden => PostState.Hidden,
        ImportedState.RemovedByAuthor => PostState.RemovedByAuthor,
        ImportedState.RemovedByStaff => PostState.RemovedByStaff,
        _ => PostState.Gap,
    };
}
