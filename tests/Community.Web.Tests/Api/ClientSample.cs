using Community.Client;

namespace Community.Web.Tests.Api;

/// <summary>The sample of the client's README; what stands between the two marks is its text after the first two lines.</summary>
internal static class ClientSample
{
    public static async Task Run(string[] args)
    {
        // <sample>
        // Greets everybody whose question waits for an answer: dotnet run https://fans.example.com cmt_…
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        using var community = new CommunityClient(new Uri(args[0]), token: args[1]);

        var me = await community.Me.ReadMe(stop.Token);
        if (me.Scope == TokenScope.Read)
        {
            Console.WriteLine($"The token of {me.Person.Name} only reads. Make one that writes at /me/tokens.");
            return;
        }

        await foreach (var topic in community.Topics.ListAllTopics(TopicSort.Unanswered, stop.Token))
        {
            if (topic.IsLocked || topic.Author is not { } asker || asker.Id == me.Person.Id)
                continue;
            try
            {
                var reply = new NewPost($"Welcome, {asker.Name}! The team looks into “{topic.Title}” today.", ReplyToNumber: 1);
                var written = await community.Topics.PostReply(topic.Number, reply, cancel: stop.Token);
                Console.WriteLine($"#{topic.Number} {topic.Title}: written as post {written.Number}");
            }
            catch (CommunityApiException refused) when (refused.RetryAfter is { } wait)
            {
                Console.WriteLine($"Enough for now, again in {wait.TotalMinutes:0} minutes: {refused.Title}");
                break;
            }
            catch (CommunityApiException refused)
            {
                Console.WriteLine($"#{topic.Number}: {refused.Code}. {refused.Title}");
            }
        }
        // </sample>
    }
}
