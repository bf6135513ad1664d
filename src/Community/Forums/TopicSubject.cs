using System.Globalization;
using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Forums;

/// <summary>A topic as the thing that a discussion stands under.</summary>
internal sealed class TopicSubject(IOptions<ForumLimits> limits) : ISubject
{
    public ContentKind Kind => ContentKind.Topic;

    public TextLimits TitleLimits => limits.Value.Title;

    public async Task<SubjectHead?> Head(CommunityDb db, long id, CancellationToken cancel) =>
        await db.Topics.Where(t => t.Id == id).Select(t => new { t.Title, t.Number, t.Slug }).FirstOrDefaultAsync(cancel) is { } topic
            ? new SubjectHead(topic.Title, PathOf(topic.Number, topic.Slug), topic.Number)
            : null;

    public async Task<bool> IsSeenBy(CommunityDb db, long id, Actor actor, CancellationToken cancel) =>
        await db.Topics.Where(t => t.Id == id).Select(t => (TopicStanding?)new TopicStanding(t.Audience, t.State, t.AuthorId, t.IsLocked, t.IsReadOnly)).FirstOrDefaultAsync(cancel) is { } topic && ForumRules.CanSee(actor, topic);

    internal static string PathOf(long number, string slug) => string.Create(CultureInfo.InvariantCulture, $"/t/{number}/{Uri.EscapeDataString(slug)}");

    public async Task Retitle(CommunityDb db, long id, string title, CancellationToken cancel)
    {
        var topic = (await db.Topics.FindAsync([id], cancel))!;
        topic.Title = title;
        topic.Slug = Slug.Of(title);
        topic.Language = ContentLanguage.Detect(title) ?? topic.Language;
    }

    // Whoever waits for their turn must not say more in what they have said already.
    public async Task<Problem?> WhyNotEdit(CommunityDb db, long id, Actor author, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Topics.Where(t => t.Id == id && t.SlowSeconds != null).Select(t => new { t.SlowSeconds, t.SlowUntil }).FirstOrDefaultAsync(cancel) is not { } slow)
            return null;
        var hosts = await db.TopicHosts.Where(h => h.TopicId == id).Select(h => h.MemberId).ToListAsync(cancel);
        return SlowMode.Holds(author, slow.SlowSeconds, slow.SlowUntil, hosts, now) ? Problem.Forbidden("slow-mode-edit") : null;
    }

    public Task<Problem?> WhyNotRemove(CommunityDb db, long id, Actor author, CancellationToken cancel) => Task.FromResult<Problem?>(null);
}
