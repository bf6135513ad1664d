using System.Net;
using System.Text.Json;
using Community.Web.Hosting;
using Community.Web.Tests.Rights;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Community.Web.Tests.Api;

/// <summary>Sends every endpoint of the API what no program should: it answers, in the form that programs read, and never fails.</summary>
public sealed class FuzzTests(World world) : IClassFixture<World>
{
    private const int AtOnce = 4;

    public static readonly TheoryData<string> Methods = ["GET", "POST", "PUT", "DELETE"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Nothing_that_is_sent_makes_an_endpoint_fail(string method)
    {
        var endpoints = world.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith(ApiPath.V1, StringComparison.Ordinal) && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains(method))
            .ToList();
        var documented = await DocumentedAnswers.Of(world.Address);
        var failures = new List<string>();
        var sent = 0;

        await Parallel.ForEachAsync(
            endpoints.SelectMany(endpoint => Fuzz.Of(method, endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (attempt, cancel) =>
            {
                using var request = attempt.Request(world.Personas['O'].Token!);
                using var answer = await world.Personas['V'].Browser.SendAsync(request, cancel);
                Interlocked.Increment(ref sent);
                var wrong = documented.Missing(answer) is { } operation ? $"{(int)answer.StatusCode} is not among the answers of {operation}" : await WhatIsWrong(answer, cancel);
                if (wrong is not null)
                {
                    lock (failures)
                        failures.Add($"{attempt}: {wrong}");
                }
            });

        Assert.NotEmpty(endpoints);
        Assert.True(sent > endpoints.Count * 20, $"only {sent} were sent");
        Assert.True(failures.Count == 0, $"{failures.Count} of {sent}{Environment.NewLine}{string.Join(Environment.NewLine, failures.Take(20))}");
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer cmt_")]
    [InlineData("bearer x y z")]
    [InlineData("Basic b2xnYTpwYXNz")]
    [InlineData("Bearer \u00e9\u00e9")]
    [InlineData("Digest username=\"a\"")]
    public async Task A_token_that_is_none_is_refused_everywhere(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/forums");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await world.Personas['V'].Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(await WhatIsWrong(answer, TestContext.Current.CancellationToken));
    }

    private static async Task<string?> WhatIsWrong(HttpResponseMessage answer, CancellationToken cancel)
    {
        var status = (int)answer.StatusCode;
        if (status >= 500)
            return $"{status} {await answer.Content.ReadAsStringAsync(cancel)}";
        if (status < 400)
            return null;
        // A path with U+0000 is refused by the server before anything of ours runs.
        if (answer.StatusCode == HttpStatusCode.BadRequest && answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("%00", StringComparison.Ordinal))
            return null;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} is told as {answer.Content.Headers.ContentType?.ToString() ?? "nothing"}";
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancel));
        var root = problem.RootElement;
        return root.GetProperty("status").GetInt32() == status && root.GetProperty("type").GetString() == $"/problems/{root.GetProperty("code").GetString()}" && root.GetProperty("title").GetString() != Unsaid
            ? null
            : $"{status} says {root}";
    }

    // What stands where a problem has no sentence of its own.
    private const string Unsaid = "That did not work. Please check what you entered and try again.";
}
