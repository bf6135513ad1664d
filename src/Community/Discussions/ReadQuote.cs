using Community.Data;
using Community.Shared;

namespace Community.Discussions;

/// <summary>A post as the beginning of an answer: its words as a quote that keeps the post's id.</summary>
public sealed class ReadQuote(CommunityData data)
{
    private const int MaxGraphemes = 600;

    /// <returns>Markdown that ends with an empty line, or null where the actor may not read the post.</returns>
    public Task<string?> Run(Actor actor, long postId, CancellationToken cancel = default) => data.Read(
        async db =>
        {
            if (await db.FindPost(actor, postId, cancel) is not var (post, _) || !post.IsVisible)
                return null;
            var words = QuoteText.WithoutQuotes(post.Body);
            if (Graphemes.LengthOf(words, MaxGraphemes) is var cut && cut < words.Length)
                words = words[..cut].TrimEnd() + "…";
            return $"[quote={post.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}]\n{words}\n[/quote]\n\n";
        },
        cancel);
}
