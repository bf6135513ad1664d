using System.Text.Json.Serialization.Metadata;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Forums;
using Community.Ideas;
using Community.Ideas.Boards;
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

    private static readonly Type[] WithTags = [typeof(Client.NewTopic), typeof(Client.NewIdea), typeof(Client.PostEdit)];

    private readonly Dictionary<(Type, string), Length> texts;
    private readonly PostLimits posts;

    public ApiLengths(IOptions<PostLimits> posts, IOptions<ForumLimits> forums, IOptions<BookmarkLimits> bookmarks, IOptions<IdeaLimits> ideas)
    {
        this.posts = posts.Value;
        var (title, idea, body) = (Length.Of(forums.Value.Title), Length.Of(ideas.Value.Title), Length.Of(this.posts.Body));
        texts = new()
        {
            [(typeof(Client.NewTopic), "title")] = title,
            [(typeof(Client.NewTopic), "markdown")] = body,
            [(typeof(Client.NewPost), "markdown")] = body,
            [(typeof(Client.PostEdit), "markdown")] = body,
            [(typeof(Client.PostEdit), "title")] = title.Or(idea),
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
            // One type for names, descriptions and rules: the widest limit holds for both.
            [(typeof(Client.LocalizedText), "ja")] = new(0, Math.Max(ForumSettings.MaxDescription, BoardSettings.MaxRules)),
            [(typeof(Client.LocalizedText), "en")] = new(0, Math.Max(ForumSettings.MaxDescription, BoardSettings.MaxRules)),
            [(typeof(Client.IdeaBoardSettings), "slug")] = new(1, BoardSettings.MaxSlug),
            [(typeof(Client.NewIdea), "title")] = idea,
            [(typeof(Client.NewIdea), "markdown")] = body,
            [(typeof(Client.IdeaPart), "title")] = idea,
            [(typeof(Client.IdeaPart), "markdown")] = body,
            [(typeof(Client.UnsentIdea), "title")] = idea with { Min = 0 },
            [(typeof(Client.UnsentIdea), "markdown")] = body with { Min = 0 },
            [(typeof(Client.StatusDecision), "markdown")] = body with { Min = 0 }, // not every status needs one
            [(typeof(Client.WantedVote), "reason")] = new(0, IdeaLimits.MaxReason),
            [(typeof(Client.IdeaMove), "reason")] = Reason with { Min = 0 },
            [(typeof(Client.NewPassedOn), "name")] = new(1, IdeaLimits.MaxProxyName),
            [(typeof(Client.NewPassedOn), "evidence")] = new(1, IdeaLimits.MaxEvidence),
        };
    }

    public void Tell(OpenApiSchema schema, JsonPropertyInfo property)
    {
        if (texts.TryGetValue((property.DeclaringType, property.Name), out var length))
            Tell(schema, length);
        if (property.Name != "tags" || !WithTags.Contains(property.DeclaringType))
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

        /// <summary>What either of two rules lets through.</summary>
        public Length Or(Length other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));
    }
}
