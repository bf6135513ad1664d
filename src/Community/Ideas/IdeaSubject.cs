using System.Globalization;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Ideas;

/// <summary>An idea as the thing that a discussion stands under.</summary>
internal sealed class IdeaSubject(IOptions<IdeaLimits> limits) : ISubject
{
    public ContentKind Kind => ContentKind.Idea;

    public TextLimits TitleLimits => limits.Value.Title;

    public async Task<SubjectHead?> Head(CommunityDb db, long id, CancellationToken cancel) =>
        await db.Ideas.Where(i => i.Id == id).Select(i => new { i.Title, i.Number, i.Slug, Into = db.Ideas.Where(t => t.Id == i.MergedIntoId).Select(t => (long?)t.Number).FirstOrDefault() }).FirstOrDefaultAsync(cancel) is { } idea
            ? new SubjectHead(idea.Title, idea.Into is { } target ? PathOfMerged(target, idea.Number) : PathOf(idea.Number, idea.Slug), idea.Number)
            : null;

    public async Task<bool> IsSeenBy(CommunityDb db, long id, Actor actor, CancellationToken cancel) =>
        await db.Ideas.Where(i => i.Id == id).Select(i => (IdeaStanding?)new IdeaStanding(i.Audience, i.State, i.AuthorId, i.Status)).FirstOrDefaultAsync(cancel) is { } idea && IdeaRules.CanSee(actor, idea);

    /// <summary>Where an idea is read that is told within another one.</summary>
    internal static string PathOfMerged(long target, long source) => string.Create(CultureInfo.InvariantCulture, $"/ideas/{target}/from/{source}");

    internal static string PathOf(long number, string slug) => string.Create(CultureInfo.InvariantCulture, $"/ideas/{number}/{Uri.EscapeDataString(slug)}");

    public async Task Retitle(CommunityDb db, long id, string title, CancellationToken cancel)
    {
        var idea = (await db.Ideas.FindAsync([id], cancel))!;
        idea.Title = title;
        idea.Slug = Slug.Of(title);
        idea.Language = ContentLanguage.Detect(title) ?? idea.Language;
    }

    public Task<Problem?> WhyNotEdit(CommunityDb db, long id, Actor author, DateTimeOffset now, CancellationToken cancel) => Task.FromResult<Problem?>(null);

    // What others want is not its author's alone any more.
    public async Task<Problem?> WhyNotRemove(CommunityDb db, long id, Actor author, CancellationToken cancel) =>
        await db.IdeaVotes.AnyAsync(v => v.IdeaId == id && v.MemberId != author.MemberId && v.UndoneAt == null && v.CountedAt != null, cancel) || await db.Ideas.AnyAsync(i => i.MergedIntoId == id, cancel)
            ? Problem.Conflict("idea-has-backers")
            : null;
}
