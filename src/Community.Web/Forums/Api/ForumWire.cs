using Community.Discussions.Following;
using Community.Forums;
using Community.Shared;
using Community.Web.Hosting;

namespace Community.Web.Forums.Api;

/// <summary>Forums and topics as the wire has them.</summary>
internal static class ForumWire
{
    public static Client.Forum Forum(ForumView forum) => new()
    {
        Id = forum.Id.Id(),
        Slug = forum.Slug,
        Name = Wire.Text(forum.Name),
        Description = Wire.Text(forum.Description),
        Hue = forum.Hue,
        ReadAudience = forum.ReadAudience,
        ReplyAudience = forum.ReplyAudience,
        StartAudience = forum.StartAudience,
        IsArchived = forum.IsArchived,
        TopicCount = forum.TopicCount,
        PostCount = forum.PostCount,
        Children = [.. forum.Children.Select(Forum)],
    };

    public static Client.ForumLine Line(ForumSummary forum) => new(forum.Slug, Wire.Text(forum.Name));

    public static Client.Topic Topic(TopicSummary topic) => new()
    {
        Number = topic.Number,
        Title = topic.Title,
        Slug = topic.Slug,
        Language = topic.Language,
        Forum = Line(topic.Forum),
        Author = Wire.Person(topic.Author),
        CreatedAt = topic.CreatedAt,
        LastPostAt = topic.LastPostAt,
        ReplyCount = topic.ReplyCount,
        LastNumber = topic.LastNumber,
        IsPinned = topic.IsPinned,
        IsLocked = topic.IsLocked,
        IsSolved = topic.IsSolved,
        Tags = [.. topic.Tags.Select(PostWire.Tag)],
        NewPosts = topic.NewPosts,
    };

    public static Client.TopicDetails Topic(TopicOverview view)
    {
        var head = view.Head;
        return new Client.TopicDetails
        {
            Id = head.Id.Id(),
            Number = head.Number,
            Title = head.Title,
            Slug = head.Slug,
            Language = head.Language,
            Forum = Line(head.Forum),
            Author = Wire.Person(view.Head.Author),
            CreatedAt = head.CreatedAt,
            LastPostAt = head.LastPostAt,
            ReplyCount = head.ReplyCount,
            LastNumber = head.LastNumber,
            IsPinned = head.IsPinned,
            IsLocked = head.IsLocked,
            IsSolved = head.AnswerPostId is not null,
            Tags = [.. view.Tags.Select(PostWire.Tag)],
            AnswerPostId = head.AnswerPostId?.Id(),
            ChangeNumber = head.ChangeNumber,
            ReadUpTo = view.ReadUpTo,
            Follow = SameName<FollowLevel, Client.FollowLevel>.Of(view.Level),
            Live = head.IsLive ? Live(view) : null,
        };
    }

    public static Client.ReadPosition Position(TopicOverview view)
    {
        var (read, last) = (view.ReadUpTo ?? 0, view.Head.LastVisibleNumber);
        return new Client.ReadPosition
        {
            ReadUpTo = view.ReadUpTo,
            UnreadPosts = Math.Max(0, last - read),
            FirstUnread = read < last ? read + 1 : null,
            LastNumber = last,
        };
    }

    private static Client.LiveState Live(TopicOverview view) => new()
    {
        IsReadOnly = view.Head.IsReadOnly,
        SlowSeconds = view.Head.SlowSeconds,
        SlowUntil = view.Head.SlowUntil,
        Hosts = [.. view.Hosts.Select(Wire.Person).OfType<Client.Person>()],
    };

    public static Client.MemberPost MemberPost(MemberPost post) => new()
    {
        Id = post.Id.Id(),
        Number = post.Number,
        Html = post.Html,
        Language = post.Language,
        CreatedAt = post.CreatedAt,
        IsAnswer = post.IsAnswer,
        Kind = SameName<ContentKind, Client.ContentKind>.Of(post.Kind),
        SubjectNumber = post.SubjectNumber,
        SubjectTitle = post.SubjectTitle,
        Place = new(post.PlaceSlug, Wire.Text(post.PlaceName)),
    };
}
