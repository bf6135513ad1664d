using Community.Discussions;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>Posts, topics and what hangs on them, as the wire has them.</summary>
internal static class PostWire
{
    public static Client.Post Post(PostView post) => new()
    {
        Id = post.Id.Id(),
        Number = post.Number,
        State = State(post),
        Author = Wire.Person(post.Author),
        Html = post.Html,
        Language = post.Language,
        CreatedAt = post.CreatedAt,
        EditedAt = post.EditedAt,
        IsOfficial = post.IsOfficial,
        ReplyToNumber = post.ReplyToNumber,
        Reactions = Reactions(post),
        MyReaction = Mine(post),
    };

    public static Client.PostDetails Post(SinglePost single)
    {
        var post = single.Post;
        return new Client.PostDetails
        {
            Id = post.Id.Id(),
            Number = post.Number,
            State = State(post),
            Author = Wire.Person(post.Author),
            Html = post.Html,
            Language = post.Language,
            CreatedAt = post.CreatedAt,
            EditedAt = post.EditedAt,
            IsOfficial = post.IsOfficial,
            ReplyToNumber = post.ReplyToNumber,
            Reactions = Reactions(post),
            MyReaction = Mine(post),
            TopicNumber = single.SubjectKind == ContentKind.Topic ? single.SubjectNumber : 0,
            IdeaNumber = single.SubjectKind == ContentKind.Idea ? single.SubjectNumber : null,
            Markdown = single.Body,
            Version = single.Version,
        };
    }

    public static Client.Tag Tag(TagSummary tag) => new(tag.Name, tag.Key, tag.Count);

    private static Client.PostState State(PostView post) => SameName<PostState, Client.PostState>.Of(post.State);

    private static Client.ReactionKind? Mine(PostView post) => post.Mine is { } mine ? SameName<ReactionKind, Client.ReactionKind>.Find(mine) : null;

    private static Dictionary<Client.ReactionKind, int> Reactions(PostView post) => !post.IsShown ? [] : Enum.GetValues<ReactionKind>()
        .Where(kind => post.Reactions[kind] > 0)
        .ToDictionary(SameName<ReactionKind, Client.ReactionKind>.Of, kind => post.Reactions[kind]);
}
