using System.Text.Json;
using Community.Shared;

namespace Community.Cli.Demo;

internal sealed record DemoForum(string Slug, int Hue, LocalizedText Name, LocalizedText Description, string StartedBy, IReadOnlyList<DemoForum> Children)
{
    public const string ByStaff = "staff";
}

internal sealed record DemoMember(string Handle, string Name, string Bio, double JoinedDaysAgo, Role Role);

/// <param name="Solved">The place of the accepted answer among the posts, from 0.</param>
internal sealed record DemoTopic(
    string Title, string Author, double DaysAgo, IReadOnlyList<string> Tags, IReadOnlyList<DemoPost> Posts, bool Pinned = false, bool Locked = false, int? Solved = null);

/// <param name="Minutes">After the post before.</param>
/// <param name="ReplyTo">The place of the post that it answers, from 0.</param>
internal sealed record DemoPost(
    string Author, double Minutes, string Body, int? ReplyTo = null, IReadOnlyList<string>? Hearts = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? Reactions = null);

internal sealed record DemoBoard(string Slug, int Hue, LocalizedText Name, LocalizedText Rules, bool HasBudget, int AnswerDays);

/// <param name="MergedInto">The place among the ideas of the language of what it is told together with, from 0.</param>
internal sealed record DemoIdea(
    string Board, string Title, string Author, double DaysAgo, IReadOnlyList<string> Tags, int Backers, int Seen, string Body, IReadOnlyList<DemoComment> Comments,
    string? Status = null, double? StatusDaysAgo = null, DemoAnswer? Answer = null, int? MergedInto = null);

/// <param name="Hours">After the idea.</param>
internal sealed record DemoComment(string Author, double Hours, string Body);

internal sealed record DemoAnswer(string Author, string Body);

/// <summary>The community of a maker of folding bicycles that does not exist, written for this purpose.</summary>
internal static class DemoContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static string Mark => Text("mark.svg").Trim();

    public static IReadOnlyList<DemoForum> Forums => Read<List<DemoForum>>("forums/forums.json");

    public static IReadOnlyList<DemoBoard> Boards => Read<List<DemoBoard>>("ideas/boards.json");

    public static IReadOnlyList<DemoIdea> Ideas(string language) => Read<List<DemoIdea>>($"{language}/ideas.json");

    public static IReadOnlyList<DemoMember> Members(string language) => Read<List<DemoMember>>($"{language}/members.json");

    public static IReadOnlyList<DemoTopic> Topics(string language, string forum) => Read<List<DemoTopic>>($"{language}/topics/{forum}.json");

    private static T Read<T>(string name) => JsonSerializer.Deserialize<T>(Text(name), Json)!;

    private static string Text(string name)
    {
        using var stream = typeof(DemoContent).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
