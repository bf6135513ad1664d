using System.Collections.Concurrent;
using System.Reflection;
using Community.Client;
using Xunit.v3;

namespace Community.Web.Tests.Api.RoundTrips;

/// <summary>Calls operations through the client against the real host, and sees to it that those which its test names were answered.</summary>
[Collection(nameof(ApiSite))]
public abstract class RoundTrip(ApiSite site) : IAsyncLifetime
{
    private readonly ConcurrentBag<(string Method, string Path)> answered = [];

    protected ApiSite Site => site;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState is not { Result: TestResult.Passed } || TestContext.Current.TestMethod is not IXunitTestMethod test)
            return;
        var promised = test.Method.GetCustomAttribute<GoesRoundAttribute>()!.Operations;
        var operations = await ApiOperation.Of(site);
        var done = operations.Where(o => answered.Any(call => o.Is(call.Method, call.Path))).Select(o => o.Id);
        Assert.Empty(promised.Except(done));
    }

    protected CommunityClient With(string? token) => site.Client(token, new Recorder(answered));

    protected async Task<CommunityClient> As(string handle, Community.Members.TokenScope scope = Community.Members.TokenScope.Write) => With((await site.Token(handle, scope)).Token);

    protected async Task<CommunityClient> Somebody(string name = "aki") => await As(await site.Person(name));

    protected async Task<CommunityClient> Staff(Community.Shared.Role role = Community.Shared.Role.Moderator) => await As(await site.Person("mia", role), Community.Members.TokenScope.Staff);

    private sealed class Recorder(ConcurrentBag<(string Method, string Path)> answered) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode)
                answered.Add((request.Method.Method, request.RequestUri!.AbsolutePath));
            return answer;
        }
    }
}
