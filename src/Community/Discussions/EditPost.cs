using Community.Data;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>
/// Changes what a post says; with an opening also its subject's title and tags. What it said before stays readable,
/// but for slips mended at once.
/// </summary>
public sealed class EditPost(
    CommunityData data, ReadPostForEdit reader, PrepareText prepare, KeepRevision revisions, Tagging tagging, TimeProvider time, IOptions<PostLimits> limits)
{
    /// <param name="PostId">Which post.</param>
    /// <param name="Version">The version of the text that the edit started from.</param>
    /// <param name="Body">The new text.</param>
    /// <param name="Title">The subject's new title; null leaves it. Only with an opening.</param>
    /// <param name="Tags">The subject's new tags; null leaves them. Only with an opening.</param>
    /// <param name="Reason">Shown in the history; changing somebody else's post needs one.</param>
    /// <param name="FormKey">The key under which the form kept its draft.</param>
    /// <param name="Draft">The sequence of the draft that the text was kept as; 0 where there was none.</param>
    public sealed record Input(
        long PostId, int Version, string? Body, string? Title = null, string? Tags = null, string? Reason = null, Guid FormKey = default, long Draft = 0);

    /// <returns>The version that the text has now.</returns>
    public async Task<Result<int>> Run(Actor actor, Input input, CancellationToken cancel = default)
    {
        var found = await reader.Run(actor, input.PostId, cancel);
        if (found.Problem is { } unseen)
            return unseen;
        var before = found.Value!;
        if (before.Version != input.Version)
            return before.Conflict();
        var title = before.Title is null ? null : input.Title?.Trim();
        if (title is not null && title != before.Title && TextRules.WhyNotLine(title, before.Subject.TitleLimits) is { } badTitle)
            return badTitle;
        var tags = TagNames.Parse(input.Tags, limits.Value);
        if (tags.Problem is { } badTags)
            return badTags;
        if (!before.IsOwn && StaffReason.WhyNot(input.Reason) is { } noReason)
            return noReason;
        var prepared = await prepare.Run(actor, before.Author, input.Body, before.Body, cancel);
        if (prepared.Problem is { } badText)
            return badText;

        var text = prepared.Value!;
        var change = new Change(text, title ?? before.Title, before.Title is null || input.Tags is null ? null : tags.Value, EditSize.Of(before.Body, text.Body, limits.Value.GraceEditCharacters));
        return await data.Write<int>(db => Write(db, actor, input, before, change, cancel), cancel);
    }

    private async Task<Result<int>> Write(CommunityDb db, Actor actor, Input input, PostForEdit before, Change change, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await db.FindPost(actor, input.PostId, cancel) is not var (post, discussion))
            return Problem.NotFound();
        if (PostRules.WhyNotEdit(actor, post, limits.Value, now) is { } refused)
            return refused;
        if (post.Version != input.Version)
            return (before with { Body = post.Body, Version = post.Version }).Conflict();

        await db.EndDraft(actor.MemberId!.Value, DraftPlace.Edit(post.Id), input.FormKey, input.Draft, cancel);
        // The version is the one that was read, so title and tags are as they were read, too.
        var isRetitled = change.Title != before.Title;
        var isRetagged = change.Tags is { } tags && !tags.Select(t => t.Key).SequenceEqual(before.TagKeys);
        if (post.Body == change.Text.Body && !isRetitled && !isRetagged)
            return post.Version;

        var isSlip = !isRetitled && !isRetagged && PostRules.IsSlip(actor, post, discussion, change.Size, limits.Value, now);
        if (!isSlip && before.IsOwn && await before.Subject.WhyNotEdit(db, discussion.Id, actor, now, cancel) is { } held)
            return held;
        if (!isSlip && await TooMany(db, actor, now, cancel) is { } tooMany)
            return tooMany;
        if (!isSlip)
            revisions.Of(db, before, actor.MemberId!.Value, input.Reason, post, now);
        if (!before.IsOwn)
            db.Raise(new StaffActed(actor.MemberId, "edit-post", new ContentRef(ContentKind.Post, post.Id), post.AuthorId, input.Reason!.Trim(), post.Body, change.Text.Body));
        if (isRetitled)
            await before.Subject.Retitle(db, discussion.Id, change.Title!, cancel);
        if (isRetagged)
            await tagging.Set(db, discussion.Id, post.IsVisible, change.Tags!, cancel);
        (post.Body, post.Html, post.Language) = (change.Text.Body, change.Text.Html, change.Text.Language);
        post.Version++;
        post.ChangeNumber = discussion.Change(isRetitled);
        post.Happened(new PostEdited(post.Id, discussion.Id, discussion.SubjectKind, post.Number, post.AuthorId, actor.MemberId!.Value));
        return post.Version;
    }

    // Slips cost nothing: they leave no trace that others would have to read.
    private async Task<Problem?> TooMany(CommunityDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var day = Ids.First(now - DayLimit.Day);
        return actor.IsStaff ? null : await DayLimit.WhyNot(
            db.Revisions.Where(r => r.EditorId == actor.MemberId && r.Id >= day).OrderByDescending(r => r.Id).Select(r => r.At),
            limits.Value.EditsPerDayOf(actor.Trust), "edits-per-day", now, cancel);
    }

    private sealed record Change(PreparedText Text, string? Title, IReadOnlyList<TagName>? Tags, int Size);
}
