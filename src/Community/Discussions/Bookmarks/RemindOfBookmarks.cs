using Community.Data;
using Community.Members;
using Community.Notifications.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions.Bookmarks;

/// <summary>Mails what members asked to be reminded of, once, and only what they may still read by then.</summary>
public sealed class RemindOfBookmarks(CommunityData data, Ids ids, SiteCache site, TimeProvider time, IEnumerable<IContentNames> names, IOptions<SiteAddress> address)
{
    private const int AtOnce = 100;

    public async Task Run(CancellationToken cancel = default)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await data.Read(
                db => db.Bookmarks.Where(b => b.RemindAt <= now && b.RemindedAt == null).OrderBy(b => b.RemindAt).Take(AtOnce).Select(b => b.Id).ToListAsync(cancel), cancel);
            foreach (var id in due)
                await data.WriteBeside(db => Remind(db, id, now, cancel), cancel);
            if (due.Count < AtOnce)
                return;
        }
    }

    private async Task<Result<Done>> Remind(CommunityDb db, long id, DateTimeOffset now, CancellationToken cancel)
    {
        // Changed or removed since it was found due, or in another process' hands.
        if (await db.HeldWhereFree(db.Bookmarks.Where(b => b.Id == id && b.RemindAt <= now && b.RemindedAt == null)).FirstOrDefaultAsync(cancel) is not { } bookmark)
            return Done.Yes;
        bookmark.RemindedAt = now;
        var owner = await db.Members.Where(m => m.Id == bookmark.MemberId && m.State == MemberState.Active)
            .Join(db.Accounts.Where(a => a.EmailConfirmed), m => m.Id, a => a.Id, (member, account) => new { member, account.Email })
            .FirstOrDefaultAsync(cancel);
        if (owner is not { member: var member, Email: { } to })
            return Done.Yes;
        var actor = Actor.Of(member.Id, member.Handle, member.Role, member.Trust) with { SuspendedUntil = member.SuspendedUntil };
        if (await db.FindReadable(actor, bookmark.PostId, cancel) is not { } post)
            return Done.Yes;

        var settings = await site.Get(cancel);
        var language = member.Language ?? settings.DefaultLanguage;
        db.Queue(await MailOf(db, post, bookmark.Note, to, language, settings.Name, cancel), ids.Next(), now);
        return Done.Yes;
    }

    private async Task<Mail> MailOf(CommunityDb db, Post post, string note, string to, string language, string community, CancellationToken cancel)
    {
        var subject = await db.Discussions.Where(d => d.Id == post.DiscussionId).Select(d => d.SubjectKind).FirstAsync(cancel);
        var name = (await names.First(n => n.Kind == subject).Names(db, [post.DiscussionId], cancel)).GetValueOrDefault(post.DiscussionId)?.Text.In(language) ?? "";
        var parts = new List<MailPart> { new(ReminderTexts.In(language, "Body", name, post.Number)) };
        if (note.Length > 0)
            parts.Add(new MailPart(ReminderTexts.In(language, "Note", note)));
        var path = FormattableString.Invariant($"/p/{post.Id}");
        parts.Add(address.Value.BaseUrl is { Length: > 0 } origin
            ? new MailPart(ReminderTexts.In(language, "Link"), origin.TrimEnd('/') + path)
            : new MailPart(path));
        parts.Add(new MailPart(ReminderTexts.In(language, "Close", community)));
        return new Mail(to, language, ReminderTexts.In(language, "Subject", name), parts);
    }
}
