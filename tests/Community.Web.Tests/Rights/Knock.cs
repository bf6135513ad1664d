using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Community.Web.Hosting;
using Community.Web.Tests.Api;

namespace Community.Web.Tests.Rights;

/// <summary>Tries one door as one persona and says what they met.</summary>
internal sealed partial class Knock(World world, DocumentedAnswers? documented = null)
{
    private const string AnswerTopic = "{topic-of-answer}";
    private readonly Things things = new(world);

    public async Task<(Right? Met, HttpStatusCode Status, bool IsDocumented)> At(DoorRights door, Persona persona)
    {
        if (door.Path == ApiPath.Hub && door.Form is null)
            return await HubCall.Of(world.Address, persona, null, []);
        if (door.Method == HubCall.Method)
            return await HubCall.Of(world.Address, persona, door.Form!, (await Filled(SampleOf(door), persona)).Split(' '));
        using var request = await Request(door, persona);
        using var answer = await persona.Browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        // A stream has no end; every other answer is read whole, so that its connection is free again.
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream")
            await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        // A page that does not exist for somebody has no form for them either, and says so before it is looked for.
        return (door.Form is not null && answer.StatusCode == HttpStatusCode.BadRequest ? Right.Absent : Met(answer), answer.StatusCode, documented?.Missing(answer) is null);
    }

    // What is said of the values sent (409, 410, 422) is said behind the door.
    private static Right? Met(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Right.SignIn,
        HttpStatusCode.Forbidden => Right.Refused,
        HttpStatusCode.NotFound => Right.Absent,
        HttpStatusCode.Conflict or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity => Right.Open,
        HttpStatusCode.Found or HttpStatusCode.SeeOther when answer.Headers.Location!.OriginalString.Contains("/account/login?return=", StringComparison.Ordinal) => Right.SignIn,
        < HttpStatusCode.BadRequest => Right.Open,
        HttpStatusCode.InternalServerError when answer.RequestMessage!.RequestUri!.AbsolutePath == "/error" => Right.Open,
        _ => null,
    };

    internal async Task<HttpRequestMessage> Request(DoorRights door, Persona persona)
    {
        var sample = SampleOf(door);
        // Both stand in one topic, which is known by the post.
        if (sample.Contains(AnswerTopic, StringComparison.Ordinal))
        {
            var name = sample.Contains("{post-in-own-topic}", StringComparison.Ordinal) ? "post-in-own-topic" : "post";
            var post = await things.Of(name, persona);
            var topic = await things.TopicOf(long.Parse(post, System.Globalization.CultureInfo.InvariantCulture));
            sample = sample.Replace(AnswerTopic, topic.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace($"{{{name}}}", post, StringComparison.Ordinal);
        }

        sample = await Filled(sample, persona);
        var parts = sample.Split(' ', 2);
        var request = new HttpRequestMessage(new HttpMethod(door.Method), parts[0]);
        request.Headers.Referrer = new Uri(persona.Browser.BaseAddress!, "/");
        if (ApiPath.V1 is var api && door.Path.StartsWith(api, StringComparison.Ordinal))
        {
            if (persona.Token is { } token)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            if (parts.Length == 2)
                request.Content = new StringContent(parts[1], Encoding.UTF8, "application/json");
        }
        else if (door.Method == "POST")
        {
            var handler = door.Form is null ? "" : $"&_handler={door.Form}";
            var form = $"__RequestVerificationToken={Uri.EscapeDataString(await world.FormTokenOf(persona))}{handler}&{parts.ElementAtOrDefault(1)}";
            request.Content = new StringContent(form.Replace(' ', '+'), Encoding.UTF8, "application/x-www-form-urlencoded");
        }

        return request;
    }

    private async Task<string> Filled(string sample, Persona persona)
    {
        foreach (var name in Names().Matches(sample).Select(match => match.Groups[1].Value).Distinct())
            sample = sample.Replace($"{{{name}}}", await things.Of(name, persona), StringComparison.Ordinal);
        return sample;
    }

    private static string SampleOf(DoorRights door)
    {
        if (door.Case is { } on)
        {
            if (Samples.All.TryGetValue($"{door.Name} ({on})", out var exact))
                return exact;
            if (on.StartsWith("for ", StringComparison.Ordinal) && Samples.All.TryGetValue($"{door.Name} (for *)", out var any))
                return any.Replace(":*", ":" + on[4..], StringComparison.Ordinal);
        }

        return Samples.All.TryGetValue(door.Name, out var sample) ? sample : door.Path;
    }

    // JSON's own braces hold quotes.
    [GeneratedRegex(@"\{([a-z-]+(?::[a-z]+)?)\}")]
    private static partial Regex Names();
}
