using System.Text.Json;
using Community.Discussions;
using Community.Forums;
using Community.Members;
using Community.Shared;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Api;

/// <summary>The document tells how long texts may be before a call finds out.</summary>
[Collection(nameof(ApiSite))]
public sealed class DocumentedLengthsTests(ApiSite site)
{
    // They name something that is there, and whatever else they say is not found.
    private static readonly string[] Names =
        ["Answer.postId", "QueueDecision.id", "TopicMove.forum", "IdeaMove.board", "ForumSettings.parent", "ForumSettings.readAudience", "ForumSettings.replyAudience", "ForumSettings.startAudience", "IdeaBoardSettings.readAudience", "IdeaBoardSettings.submitAudience", "Preferences.language", "Preferences.timeZone"];

    [Fact]
    public async Task Every_text_of_a_request_says_how_long_it_may_be()
    {
        using var document = await ApiOperation.Document(site);
        var sent = document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("requestBody", out _))
            .Select(operation => operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1])
            .Append("LocalizedText").Distinct();

        var boundless = from name in sent
                        from member in Schema(document, name).GetProperty("properties").EnumerateObject()
                        where IsText(member.Value) && !member.Value.TryGetProperty("maxLength", out _) && !Names.Contains($"{name}.{member.Name}")
                        select $"{name}.{member.Name}";

        Assert.Empty(boundless);
    }

    [Fact]
    public async Task The_lengths_are_those_of_the_rules()
    {
        using var document = await ApiOperation.Document(site);
        var (posts, forums) = (site.Get<IOptions<PostLimits>>().Value, site.Get<IOptions<ForumLimits>>().Value);

        Assert.Equal((forums.MinTitleJapanese, forums.MaxTitle), Lengths(document, "NewTopic", "title"));
        Assert.Equal((posts.MinBody, posts.MaxBody), Lengths(document, "NewPost", "markdown"));
        Assert.Equal((MemberRules.DisplayName.Min, MemberRules.DisplayName.Max), Lengths(document, "Profile", "name"));
        Assert.Equal((1, StaffReason.MaxLength), Lengths(document, "Because", "reason"));
        var tags = Schema(document, "NewTopic").GetProperty("properties").GetProperty("tags");
        Assert.Equal((posts.MaxTags, posts.MaxTagLength), (tags.GetProperty("maxItems").GetInt32(), tags.GetProperty("items").GetProperty("maxLength").GetInt32()));
    }

    private static JsonElement Schema(JsonDocument document, string name) => document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name);

    private static (int Min, int Max) Lengths(JsonDocument document, string type, string member)
    {
        var schema = Schema(document, type).GetProperty("properties").GetProperty(member);
        return (schema.GetProperty("minLength").GetInt32(), schema.GetProperty("maxLength").GetInt32());
    }

    private static bool IsText(JsonElement schema)
    {
        if (schema.TryGetProperty("format", out _) || schema.TryGetProperty("enum", out _) || !schema.TryGetProperty("type", out var type))
            return false;
        return type.ValueKind == JsonValueKind.String ? type.GetString() == "string" : type.EnumerateArray().Any(one => one.GetString() == "string");
    }
}
