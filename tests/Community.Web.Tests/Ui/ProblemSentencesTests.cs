using System.Globalization;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Community.Web.Tests.Ui;

public sealed class ProblemSentencesTests
{
    [Theory]
    [InlineData("en", 1, "in 1 second.")]
    [InlineData("en", 89, "in 89 seconds.")]
    [InlineData("en", 91, "in 2 minutes.")]
    [InlineData("en", 5_400, "in 2 hours.")]
    [InlineData("en", 82_801, "in 24 hours.")]
    [InlineData("ja", 91, "2 分後に再開できます。")]
    [InlineData("ja", 82_800, "23 時間後に再開できます。")]
    public void A_wait_is_told_as_a_person_would_say_it(string language, int seconds, string end)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);

        var sentence = services.GetRequiredService<IStringLocalizer<ProblemTexts>>().Sentence(Problem.TooFast("reactions-per-day", TimeSpan.FromSeconds(seconds)));

        Assert.EndsWith(end, sentence, StringComparison.Ordinal);
    }
}
