using System.Text.Json.Serialization.Metadata;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Forums;
using Community.Members;
using Community.Moderation;
using Community.Shared;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Community.Web.Hosting;

/// <summary>Tells in the document how long the texts of a request may be, by the rules that refuse the others.</summary>
internal sealed class ApiLengths
{
    private static readonly Length Reason = new(1, StaffReason.MaxLength);

    private readonly Dictionary<(Type, string), Length> texts;
    private readonly PostLimits posts;

    public ApiLengths(IOptions<PostLimits> posts, IOptions<ForumLimits> forums, IOptions<BookmarkLimits> bookmarks)
    {
        this.posts = posts.Value;
        var (title, body) = (Length.Of(forums.Value.Title), Length.Of(this.posts.Body));
        texts = new()
        {
            [(typeof(Client.NewTopic), "title")] = title,
            [(typeof(Client.NewTopic), "markdown")] = body,
            [(typeof(Client.NewPost), "markdown")] = body,
            [(typeof(Client.PostEdit), "markdown")] = body,
            [(typeof(Client.PostEdit), "title")] = title,
            [(typeof(Client.PostEdit), "reason")] = Reason with { Min = 0 },
            [(typeof(Client.Profile), "name")] = Length.Of(MemberRules.DisplayName),
            [(typeof(Client.Profile), "bio")] = Length.Of(MemberRules.Bio),
            [(typeof(Client.NewReport), "note")] = Length.Of(ReportLimits.Note),
            [(typeof(Client.NewBookmark), "note")] = new(0, bookmarks.Value.MaxNote),
            [(typeof(Client.Because), "reason")] = Reason,
            [(typeof(Client.StateChange), "reason")] = Reason with { Min = 0 }, // an approval needs none
            [(typeof(Client.QueueDecision), "reason")] = Reason,
            [(typeof(Client.Suspension), "reason")] = Reason,
            [(typeof(Client.RoleChange), "reason")] = Reason,
            [(typeof(Client.TopicMove), "reason")] = Reason,
            [(typeof(Client.LiveThread), "reason")] = Reason,
            [(typeof(Client.ForumSettings), "slug")] = new(1, ForumSettings.MaxSlug),
            // One type for names and descriptions: the wider limit holds for both.
            [(typeof(Client.LocalizedText), "ja")] = new(0, ForumSettings.MaxDescription),
            [(typeof(Client.LocalizedText), "en")] = new(0, ForumSettings.MaxDescription),
        };
    }

    public void Tell(OpenApiSchema schema, JsonPropertyInfo property)
    {
        if (texts.TryGetValue((property.DeclaringType, property.Name), out var length))
            Tell(schema, length);
        if (property.Name != "tags" || (property.DeclaringType != typeof(Client.NewTopic) && property.DeclaringType != typeof(Client.PostEdit)))
            return;
        schema.MaxItems = posts.MaxTags;
        if (schema.Items is OpenApiSchema tag)
            Tell(tag, new Length(1, posts.MaxTagLength));
    }

    private static void Tell(OpenApiSchema schema, Length length)
    {
        schema.MinLength = length.Min == 0 ? null : length.Min;
        schema.MaxLength = length.Max;
    }

    private sealed record Length(int Min, int Max)
    {
        // Which minimum holds depends on the language of the text.
        public static Length Of(TextLimits limits) => new(Math.Min(limits.Min, limits.MinJapanese), limits.Max);
    }
}
