using System.Text.Json;

namespace Community.Discussions;

/// <summary>What an edit changes. Title and tags are null where the post is no opening.</summary>
public sealed record EditedText(string? Title, string? Tags, string Body)
{
    public static EditedText Of(PostForEdit post) => new(post.Title, post.Title is null ? null : post.Tags, post.Body);

    /// <summary>As a form carries it along, so that no line break is changed on the way.</summary>
    public string Write() => JsonSerializer.Serialize(new[] { Title, Tags, Body });

    /// <returns>Null where it is not what <see cref="Write"/> wrote.</returns>
    public static EditedText? Read(string? written)
    {
        if (string.IsNullOrEmpty(written) || written.Contains("\\u0000", StringComparison.Ordinal))
            return null;
        try
        {
            return JsonSerializer.Deserialize<string?[]>(written) is [var title, var tags, { } body] ? new EditedText(title, tags, body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
