using System.Net;
using System.Text;
using Community.Client;

namespace Community.Web.Tests.Api;

/// <summary>A server that answers by a list, the last answer for ever, and keeps what it was asked. Its clock is in no hurry: every wait is over at once.</summary>
public sealed class StubServer : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> answers = [];

    public List<HttpRequestMessage> Asked { get; } = [];

    public InstantTime Time { get; } = new();

    public StubServer Then(HttpStatusCode status, string? body = null, string type = "application/json", string? retryAfter = null)
    {
        answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body ?? "", Encoding.UTF8, type) };
            if (retryAfter is not null)
                answer.Headers.Add("Retry-After", retryAfter);
            return answer;
        });
        return this;
    }

    public StubServer Then(HttpRequestError failure)
    {
        answers.Enqueue(() => throw new HttpRequestException(failure));
        return this;
    }

    public CommunityClient Client(CommunityClientOptions? options = null) =>
        new(new HttpClient(this), (options ?? new CommunityClientOptions()) with { BaseAddress = new Uri("https://fans.example.com"), Time = Time });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(request);
        return Task.FromResult((answers.Count > 1 ? answers.Dequeue() : answers.Peek())());
    }
}
