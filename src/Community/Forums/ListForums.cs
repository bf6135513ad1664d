using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Members;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A forum in the tree, with the topic that was written in last.</summary>
public sealed record ForumView
{
    public required long Id { get; init; }

    public required long? ParentId { get; init; }

    public required string Slug { get; init; }

    public required LocalizedText Name { get; init; }

    public required LocalizedText Description { get; init; }

    public required int Hue { get; init; }

    public required string ReadAudience { get; init; }

    public required string ReplyAudience { get; init; }

    public required string StartAudience { get; init; }

    public required bool IsArchived { get; init; }

    public required int TopicCount { get; init; }

    public required int PostCount { get; init; }

    public required LastTopic? Last { get; init; }

    /// <summary>Whether the reader does not want to see it in lists.</summary>
    public bool IsMuted { get; init; }

    public IReadOnlyList<ForumView> Children { get; init; } = [];

    public ForumSummary Summary => new(Id, Slug, Name, Hue);
}

public sealed record LastTopic(long Number, string Title, string Slug, string? Language, DateTimeOffset At, MemberSummary Poster);

/// <summary>A forum with its place in the tree.</summary>
public sealed record ForumPlace(ForumView Forum, ForumView? Parent);

public sealed class ListForums(CommunityData data)
{
    /// <summary>The forums of the first level that the actor may read, each with those below it.</summary>
    public async Task<IReadOnlyList<ForumView>> Run(Actor actor, CancellationToken cancel = default)
    {
        var forums = await data.Read(db => Rows(db, actor).ToListAsync(cancel), cancel);
        var readable = forums.Select(f => f.Id).ToHashSet();
        var below = forums.Where(f => f.ParentId is { } parent && readable.Contains(parent)).ToLookup(f => f.ParentId!.Value);
        // What stands below a forum that the actor may not read is shown on its own.
        return [.. forums.Where(f => f.ParentId is not { } parent || !readable.Contains(parent)).Select(f => f with { Children = [.. below[f.Id]] })];
    }

    /// <summary>One forum by its address.</summary>
    public async Task<Result<ForumPlace>> Find(Actor actor, string slug, CancellationToken cancel = default)
    {
        foreach (var forum in await Run(actor, cancel))
        {
            if (forum.Slug == slug)
                return new ForumPlace(forum, null);
            if (forum.Children.FirstOrDefault(c => c.Slug == slug) is { } child)
                return new ForumPlace(child, forum);
        }

        return Problem.NotFound();
    }

    private static IQueryable<ForumView> Rows(CommunityDb db, Actor actor)
    {
        var muted = db.Follows.Where(f => f.MemberId == actor.MemberId && f.Kind == FollowKind.Forum && f.Level == FollowLevel.Muted);
        return from forum in db.Forums.VisibleTo(actor)
               join topic in db.Topics.Where(t => t.State == PostState.Visible) on forum.LastTopicId equals topic.Id into topics
               from last in topics.DefaultIfEmpty()
               join member in db.Members on last.LastPosterId equals member.Id into members
               from poster in members.DefaultIfEmpty()
               orderby forum.Order, forum.Id
               select new ForumView
               {
                   Id = forum.Id,
                   ParentId = forum.ParentId,
                   Slug = forum.Slug,
                   Name = forum.Name,
                   Description = forum.Description,
                   Hue = forum.Hue,
                   ReadAudience = forum.ReadAudience,
                   ReplyAudience = forum.ReplyAudience,
                   StartAudience = forum.StartAudience,
                   IsArchived = forum.IsArchived,
                   TopicCount = forum.TopicCount,
                   PostCount = forum.PostCount,
                   Last = last == null || poster == null ? null : new LastTopic(
                       last.Number, last.Title, last.Slug, last.Language, last.LastPostAt,
                       new MemberSummary(poster.Id, poster.Handle, poster.DisplayName, poster.Role, poster.State)),
                   IsMuted = muted.Any(f => f.TargetId == forum.Id),
               };
    }
}
