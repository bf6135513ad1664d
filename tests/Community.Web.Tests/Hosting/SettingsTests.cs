using System.Text.Json;
using Community.Discussions;
using Community.Forums;
using Community.Live;
using Community.Members;
using Community.Notifications;
using Community.Testing;
using Community.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Community.Web.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Every_fault_is_told_at_once_with_its_key()
    {
        var faults = Faults(
            ("Community:BaseUrl", "ftp://x"),
            ("Community:MigrateAtStart", "perhaps"),
            ("Community:Limits:SignInTries", "0"),
            ("Community:Limits:LockOutMinutes", "an hour"),
            ("Community:Mail:From", "nobody"),
            ("Community:Mail:Smtp:Port", "99999"));

        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, f => f == "Community:MigrateAtStart: 'perhaps' is no Boolean.");
        Assert.Contains(faults, f => f.StartsWith("Community:Limits:SignInTries: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f == "Community:Limits:LockOutMinutes: 'an hour' is no Int32.");
        Assert.Contains(faults, f => f.StartsWith("Community:Mail:From: ", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("Community:Mail:Smtp:Port: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_over_several_values_are_looked_at_too()
    {
        var faults = Faults(
            ("Community:BaseUrl", "ftp://x"),
            ("Community:TrustedProxies:0", "10.0.0.0/8"),
            ("Community:TrustedProxies:1", "proxy.local"),
            ("Community:Owner:Email", "owner@example.com"),
            ("Community:Owner:Password", "1234567890"));

        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, f => f.StartsWith("Community:BaseUrl: must be", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("Community:TrustedProxies: holds 'proxy.local'", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("Community:Owner:Password: is refused: password common", StringComparison.Ordinal));
    }

    [Fact]
    public void Neither_the_defaults_nor_the_example_have_a_fault()
    {
        Assert.Empty(Faults());
        Assert.Empty(Faults([.. new ConfigurationBuilder().AddJsonFile(ExampleFile).Build().AsEnumerable().Where(e => e.Value is not null).Select(e => (e.Key, e.Value!))]));
    }

    [Theory]
    [InlineData(typeof(CommunityOptions), CommunityOptions.Section)]
    [InlineData(typeof(AccountLimits), AccountLimits.Section)]
    [InlineData(typeof(ForumLimits), ForumLimits.Section)]
    [InlineData(typeof(PostLimits), PostLimits.Section)]
    [InlineData(typeof(MailSettings), MailSettings.Section)]
    [InlineData(typeof(PageCacheOptions), PageCacheOptions.Section)]
    [InlineData(typeof(RequestLimits), RequestLimits.Section)]
    [InlineData(typeof(LiveLimits), LiveLimits.Section)]
    [InlineData(typeof(IslandLimits), IslandLimits.Section)]
    public void Every_key_stands_in_the_example_with_its_default(Type options, string section)
    {
        using var example = JsonDocument.Parse(File.ReadAllText(ExampleFile), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        var at = section.Split(':').Aggregate(example.RootElement, (element, step) => element.GetProperty(step));

        Same(at, options, Activator.CreateInstance(options)!);
    }

    private static string ExampleFile => Path.Combine(TestData.RepositoryRoot, "appsettings.example.json");

    private static void Same(JsonElement at, Type type, object defaults)
    {
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            Assert.True(at.TryGetProperty(property.Name, out var example), $"{type.Name}.{property.Name} is missing");
            var value = property.GetValue(defaults);
            if (property.PropertyType.IsNested)
                Same(example, property.PropertyType, value!);
            else
                Assert.Equal(JsonSerializer.Serialize(value), example.GetRawText());
        }
    }

    private static List<string> Faults(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var check = new SettingsCheck(configuration)
            .Look<CommunityOptions>(CommunityOptions.Section)
            .Look<AccountLimits>(AccountLimits.Section)
            .Look<MailSettings>(MailSettings.Section);
        return Record.Exception(check.ThrowIfAny) is OptionsValidationException faults ? [.. faults.Failures] : [];
    }
}
