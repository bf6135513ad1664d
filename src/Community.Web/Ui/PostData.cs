using System.Text.Json.Nodes;
using Community.Discussions;
using Community.Members;

namespace Community.Web.Ui;

/// <summary>What somebody wrote as search engines read it (schema.org).</summary>
/// <param name="Origin">The site, without a slash at the end.</param>
/// <param name="Nobody">What whoever left is called.</param>
internal sealed record PostData(string Origin, string Nobody)
{
    // The words are in the page, and are not sent twice in full.
    private const int Words = 500;

    public static string WordsOf(PostView post) => Snippet.Of(post.Html, Words);

    public JsonObject Written(string type, MemberSummary? author, string? language, DateTimeOffset? at, DateTimeOffset? editedAt)
    {
        var written = new JsonObject { ["@type"] = type, ["author"] = Person(author) };
        if (language is not null)
            written["inLanguage"] = language;
        if (at is { } time)
            written["datePublished"] = XmlWords.Time(time);
        if (editedAt is { } edited)
            written["dateModified"] = XmlWords.Time(edited);
        return written;
    }

    /// <param name="type">A comment or an answer.</param>
    /// <param name="post">What was said.</param>
    /// <param name="address">Where it stands, inside the site.</param>
    public JsonObject Reply(string type, PostView post, string address)
    {
        var reply = Written(type, post.Author, post.Language, post.IsDateUnknown ? null : post.CreatedAt, post.EditedAt);
        reply["text"] = WordsOf(post);
        reply["url"] = Origin + address;
        if (type == "Answer")
            reply["upvoteCount"] = post.Reactions.Total;
        else
            reply["interactionStatistic"] = Count("LikeAction", post.Reactions.Total);
        return reply;
    }

    public static JsonObject Count(string action, int count) => new()
    {
        ["@type"] = "InteractionCounter", ["interactionType"] = $"https://schema.org/{action}", ["userInteractionCount"] = count,
    };

    private JsonObject Person(MemberSummary? author) => author is null or { IsErased: true }
        ? new() { ["@type"] = "Person", ["name"] = Nobody }
        : new() { ["@type"] = "Person", ["name"] = author.DisplayName, ["url"] = Origin + Links.Member(author.Handle) };
}
