using Community.Data;
using Community.Members;
using Community.Shared;
using Community.Shared.Markdown;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Community.Discussions;

/// <summary>Tidies, checks and renders what somebody typed. Slow by comparison, so it runs before the write; also the preview.</summary>
public sealed class PrepareText(CommunityData data, IOptions<PostLimits> limits, IOptions<SiteAddress> address)
{
    /// <summary>What a text would look like, made by what renders it in the end; it may still be too short to be posted.</summary>
    public Task<Result<PreparedText>> Preview(Actor actor, string? body, CancellationToken cancel = default) =>
        Run(actor, Author.Of(actor), body, limits.Value.Body with { Min = 1, MinJapanese = 1, Distinct = 0, DistinctJapanese = 0 }, cancel);

    /// <param name="actor">Decides which quoted posts may be named.</param>
    /// <param name="author">Whose text it is: a new member's images become links.</param>
    /// <param name="body">As it was typed.</param>
    /// <param name="before">What the post said before: a text that is too long by import may be mended, not lengthened.</param>
    public Task<Result<PreparedText>> Run(Actor actor, Author author, string? body, string? before = null, CancellationToken cancel = default)
    {
        var lengths = limits.Value.Body;
        if (before is not null && Graphemes.Count(before) is var length && length > lengths.Max)
            lengths = lengths with { Max = length };
        return Run(actor, author, body, lengths, cancel);
    }

    /// <summary>The HTML of a post whose text was changed by no person, such as by an erasure: nothing is measured or refused.</summary>
    internal async Task<string> RenderAgain(long postId, string body, CancellationToken cancel)
    {
        var author = await data.Read(
            db => db.Posts.Where(p => p.Id == postId).Join(db.Members, p => p.AuthorId, m => m.Id, (_, m) => m).FirstOrDefaultAsync(cancel), cancel);
        var actor = author is null ? Actor.Visitor : Actor.Of(author.Id, author.Handle, author.Role, author.Trust);
        return (await Render(actor, author is null ? Author.Of(actor) : Author.Of(author), body, cancel)).Html;
    }

    private async Task<Result<PreparedText>> Run(Actor actor, Author author, string? body, TextLimits lengths, CancellationToken cancel)
    {
        var text = TextRules.Normalise(body ?? "");
        if (TextRules.WhyNotBody(text, lengths) is { } problem)
            return problem;
        text = await WithoutErased(text, cancel);
        var rendered = await Render(actor, author, text, cancel);
        if (rendered.Problem is { } tooComplex)
            return tooComplex;
        return new PreparedText(text, rendered.Html, ContentLanguage.Detect(rendered.PlainText), rendered.Mentions, rendered.QuotedPostIds);
    }

    // The quote may have been taken before its author was erased.
    private async Task<string> WithoutErased(string text, CancellationToken cancel)
    {
        if (!text.Contains("[quote=", StringComparison.OrdinalIgnoreCase))
            return text;
        var ids = QuotedWords.SourcesOf(text).Select(s => s.PostId).OfType<long>().Distinct().ToList();
        var gone = await data.Read(db => db.Posts.Where(p => ids.Contains(p.Id) && p.State == PostState.Erased).Select(p => p.Id).ToHashSetAsync(cancel), cancel);
        return QuotedWords.Without(text, source => source.PostId is { } id && gone.Contains(id));
    }

    private async Task<RenderedMarkdown> Render(Actor actor, Author author, string text, CancellationToken cancel)
    {
        var references = text.Contains('@') || text.Contains("[quote", StringComparison.OrdinalIgnoreCase)
            ? MarkdownRenderer.FindReferences(text)
            : new MarkdownReferences([], []);
        var handles = await HandlesOf(references, cancel);
        var quoted = await QuotedOf(references, actor, cancel);

        return MarkdownRenderer.Render(text, (MarkdownOptions.Post with
        {
            ImagesAsLinks = author.IsNew,
            SiteHosts = address.Value.Hosts,
            FindQuoted = quote => quote.PostId is { } id ? quoted.GetValueOrDefault(id) : null,
        }).WithHandles(handles));
    }

    private async Task<IReadOnlyList<string>> HandlesOf(MarkdownReferences references, CancellationToken cancel)
    {
        if (references.Handles.Count == 0)
            return [];
        var keys = references.Handles.Select(HandleSkeleton.Of).Distinct().ToList();
        return await data.Read(
            db => db.Members.Where(m => keys.Contains(m.HandleKey) && m.State != MemberState.Erased).Select(m => m.Handle).ToListAsync(cancel), cancel);
    }

    private async Task<Dictionary<long, QuotedPost>> QuotedOf(MarkdownReferences references, Actor actor, CancellationToken cancel)
    {
        var ids = references.Quotes.Where(q => q.PostId is not null).Select(q => q.PostId!.Value).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        return await data.Read(
            db => db.Posts
                .Where(p => ids.Contains(p.Id) && p.State == PostState.Visible)
                .Where(p => db.Posts.Any(o => o.DiscussionId == p.DiscussionId && o.Number == 1 && (o.State == PostState.Visible || o.State == PostState.Gap || o.State == PostState.Erased)))
                .Join(db.Discussions.VisibleTo(actor), p => p.DiscussionId, d => d.Id, (p, _) => p)
                .Join(db.Members, p => p.AuthorId, m => m.Id, (p, m) => new QuotedPost(p.Id, m.DisplayName))
                .ToDictionaryAsync(q => q.Id, cancel),
            cancel);
    }
}

/// <summary>What the rules of texts ask of the person who wrote one.</summary>
public readonly record struct Author(Role Role, TrustLevel Trust)
{
    /// <summary>Not trusted yet, and not of the house.</summary>
    public bool IsNew => Trust == TrustLevel.New && Role == Role.Member;

    public bool IsOfficial => Role != Role.Member;

    public static Author Of(Actor actor) => new(actor.Role, actor.Trust);

    public static Author Of(Member member) => new(member.Role, member.Trust);
}
