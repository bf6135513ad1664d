using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Community.Members;
using Community.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Load;

/// <summary>Members who reply through the API at an even pace.</summary>
internal static class Writers
{
    private const int Count = 16;

    /// <summary>Tokens with which the members of the seed may write.</summary>
    public static async Task<IReadOnlyList<string>> Tokens(string folder)
    {
        await using var services = SeededCommunity.Services(folder);
        var create = ActivatorUtilities.CreateInstance<CreateToken>(services);
        var tokens = new List<string>();
        for (var member = 1; member <= Count; member++)
            tokens.Add((await create.Run(Actor.System, new CreateToken.Input(string.Create(CultureInfo.InvariantCulture, $"rider{member}"), "Measuring", TokenScope.Write), CancellationToken.None)).Value!.Token);
        return tokens;
    }

    /// <summary>So many replies a second for so many seconds, none of which may be refused.</summary>
    public static async Task Write(Uri server, long topic, IReadOnlyList<string> tokens, int perSecond, int seconds)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var sent = new List<Task>();
        for (var number = 0; number < perSecond * seconds; number++)
        {
            await timer.WaitForNextTickAsync();
            sent.Add(Reply(number));
        }

        await Task.WhenAll(sent);

        async Task Reply(int number)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"/api/v1/topics/{topic}/posts"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[number % tokens.Count]);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            request.Content = new StringContent($$"""{"markdown":"Reply **{{number}}** of the evening: the lamp by the harbour wall is lit, and the *second* lap begins."}""", Encoding.UTF8, "application/json");
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }
    }
}
