using System.Net;
using Community.Testing;
using Community.Web.Tests.Support;

namespace Community.Web.Tests.Account;

public sealed class LimitsTests
{
    [Fact]
    public async Task The_seventh_try_in_a_minute_has_to_wait_and_keeps_what_was_typed()
    {
        await using var app = await Start();
        using var visitor = new FormVisitor(app.Address);
        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Fill("/account/login", [("email", $"{i}@example.com"), ("password", "not my password")])).Status);

        await visitor.Fill("/account/login", [("email", "ann@example.com"), ("password", "not my password")]);

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.InRange(int.Parse(visitor.Answer.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Too many tries", Assert.Single(visitor.Errors), StringComparison.Ordinal);
        Assert.Equal("ann@example.com", visitor.Value("email"));
    }

    [Fact]
    public async Task The_fifth_wrong_password_for_one_address_locks_it_with_a_time()
    {
        await using var app = await Start("--Community:Limits:SignInsPerMinute=100");
        using var visitor = new FormVisitor(app.Address);

        for (var i = 0; i < 5; i++)
            await visitor.Fill("/account/login", [("email", "ann@example.com"), ("password", "not my password")]);

        Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
        Assert.Equal("3600", visitor.Answer.Headers.GetValues("Retry-After").Single());
        Assert.Contains("60 minutes", Assert.Single(visitor.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registrations_and_mails_have_their_own_limits()
    {
        await using var app = await Start("--Community:Limits:RegistrationsPerHour=2", "--Community:Limits:MailRequestsPerHour=1");
        using var visitor = new FormVisitor(app.Address);

        for (var i = 0; i < 3; i++)
            await visitor.Fill("/account/register", [("handle", "x")]); // mistakes are free
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Fill("/account/register", OpenCommunity.Registration($"someone{i}"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Fill("/account/register", OpenCommunity.Registration("someone3"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.Fill("/account/forgot", [("email", "a@example.com")])).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Fill("/account/resend", [("email", "a@example.com")])).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.Fill("/account/claim?member=ann", [("email", "a@example.com")])).Status);
    }

    [Fact]
    public async Task Without_a_known_address_of_its_own_no_link_is_mailed_to_where_a_stranger_says()
    {
        await using var app = await Start();
        using var visitor = new FormVisitor(app.Address);
        await visitor.Open("/account/forgot");
        var form = new[] { ("email", "a@example.com") }.Concat(visitor.Hidden()).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, app.Address + "/account/forgot") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Host = "evil.example";
        request.Headers.Add("Cookie", visitor.Cookies.GetCookieHeader(new Uri(app.Address)));

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static async Task<RunningApp> Start(params string[] settings)
    {
        var app = new RunningApp { Settings = settings };
        await app.InitializeAsync();
        return app;
    }
}
