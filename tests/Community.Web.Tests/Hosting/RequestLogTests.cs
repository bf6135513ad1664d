using Community.Testing;
using Community.Web.Tests.Live;
using Microsoft.Extensions.Logging;

namespace Community.Web.Tests.Hosting;

/// <summary>A token may stand in the address of the hub, and addresses of requests in the log.</summary>
public sealed class RequestLogTests
{
    private const string Secret = "access_token";

    [Theory]
    [InlineData("--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace")]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace")]
    [InlineData("--Logging:Kept:LogLevel:Default=Trace", "--Logging:Kept:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace")]
    public async Task However_much_is_logged_no_token_is(params string[] settings)
    {
        using var log = new KeptLog();
        await using var app = new RunningApp { Settings = ["--Logging:Console:LogLevel:Default=None", .. settings], Adapt = builder => builder.Logging.AddProvider(log) };
        await app.InitializeAsync();
        var query = $"?{Secret}=cmt_{new string('a', 43)}";

        await using var program = HubProgram.Of(app.Address, query: query);
        await Assert.ThrowsAnyAsync<Exception>(() => program.StartAsync(TestContext.Current.CancellationToken));
        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        foreach (var path in (string[])["/live/hub", "/live/hub/negotiate", "/rules"])
            using (await client.GetAsync(path + query, TestContext.Current.CancellationToken))
            {
            }

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains(Secret, StringComparison.Ordinal) || line.Contains("cmt_a", StringComparison.Ordinal));
    }
}
