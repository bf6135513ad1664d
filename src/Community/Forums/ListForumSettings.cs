using Community.Data;
using Community.Shared;
using Microsoft.EntityFrameworkCore;

namespace Community.Forums;

/// <summary>A forum as its administrators see it.</summary>
public sealed record ForumDeskLine(long Id, ForumSettings Settings, bool IsArchived, int TopicCount, int PostCount)
{
    public IReadOnlyList<ForumDeskLine> Children { get; init; } = [];
}

public sealed class ListForumSettings(CommunityData data)
{
    /// <summary>Every forum, those that nobody reads included, in two levels and in order.</summary>
    public async Task<Result<IReadOnlyList<ForumDeskLine>>> Run(Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsModerator)
            return Problem.NotFound();
        var forums = await data.Read(db => db.Forums.OrderBy(f => f.Order).ThenBy(f => f.Id).ToListAsync(cancel), cancel);
        var lines = forums.ConvertAll(f => new ForumDeskLine(
            f.Id,
            new ForumSettings(f.Slug, f.Name, f.Description, f.Hue, f.ParentId, f.ReadAudience, f.ReplyAudience, f.StartAudience),
            f.IsArchived, f.TopicCount, f.PostCount));
        var below = lines.ToLookup(l => l.Settings.ParentId);
        return lines.Where(l => l.Settings.ParentId is null).Select(l => l with { Children = [.. below[l.Id]] }).ToList();
    }

    /// <summary>One of them, by its address.</summary>
    public async Task<Result<ForumDeskLine>> Find(Actor actor, string slug, CancellationToken cancel = default)
    {
        var all = await Run(actor, cancel);
        if (!all.Ok)
            return all.Problem;
        return all.Value.SelectMany(f => f.Children.Prepend(f)).FirstOrDefault(f => f.Settings.Slug == slug) is { } found ? found : Problem.NotFound();
    }
}
