using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Community.Shared;
using Community.Web.Moderation;
using Community.Web.Ui;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Community.Web.Tests.Moderation;

/// <summary>Every act that is logged has words of its own.</summary>
public sealed partial class LogLabelsTests
{
    private const byte NewObject = 0x73;
    private const byte Call = 0x28;
    private const byte LoadString = 0x72;

    // Fields of forms, in the classes that log.
    private static readonly string[] NoActs = ["claim-email", "current-password", "slow-until"];

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public void Every_act_that_is_logged_has_a_label(string language)
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var (texts, problems) = (services.GetRequiredService<IStringLocalizer<ModerationTexts>>(), services.GetRequiredService<IStringLocalizer<ProblemTexts>>());
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        // The classes that log name refusals, too.
        var acts = Raised().Distinct().Except(NoActs).Where(word => problems[word].ResourceNotFound).ToList();

        Assert.Empty(acts.Except(LogActions.All));
        Assert.All(LogActions.All, action => Assert.False(texts[LogActions.Key(action)].ResourceNotFound, action));
        Assert.All(LogActions.All, action => Assert.NotEqual(texts["ActUnknown"].Value, texts[LogActions.Key(action)].Value));
    }

    [Fact]
    public void The_acts_that_are_logged_are_found()
    {
        var raised = Raised().ToHashSet();

        Assert.Superset(new HashSet<string> { "mark-answer", "clear-answer", "hide-post", "lock-topic", "create-forum", "change-role", "erase-member", "set-announcement" }, raised);
    }

    // The words with hyphens in all classes that raise the event.
    private static IEnumerable<string> Raised() => typeof(StaffActed).Assembly.GetTypes()
        .GroupBy(Outermost)
        .Where(type => type.SelectMany(Bodies).Any(body => Uses(body, NewObject, m => m.DeclaringType == typeof(StaffActed)) || Uses(body, Call, m => m is MethodInfo { ReturnType: var made } && made == typeof(StaffActed) && m.Name == "Acted")))
        .SelectMany(type => type.SelectMany(Bodies).SelectMany(Words))
        .Where(word => Hyphenated().IsMatch(word));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<(byte[] Code, Module Module)> Bodies(Type type) =>
        type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
            .OfType<MethodBase>()
            .Select(method => method.GetMethodBody()?.GetILAsByteArray())
            .OfType<byte[]>()
            .Select(code => (code, type.Module));

    private static bool Uses((byte[] Code, Module Module) body, byte instruction, Func<MethodBase, bool> isWanted) =>
        Tokens(body.Code, instruction).Any(token => token >> 24 is 0x06 or 0x0A && Try(() => body.Module.ResolveMethod(token)) is { } method && isWanted(method));

    private static IEnumerable<string> Words((byte[] Code, Module Module) body) =>
        Tokens(body.Code, LoadString).Where(token => token >> 24 == 0x70).Select(token => Try(() => body.Module.ResolveString(token))).OfType<string>();

    private static IEnumerable<int> Tokens(byte[] code, byte instruction) =>
        Enumerable.Range(0, Math.Max(0, code.Length - 4)).Where(at => code[at] == instruction).Select(at => BitConverter.ToInt32(code, at + 1));

    // What looks like an instruction may be part of another.
    private static T? Try<T>(Func<T> resolve)
        where T : class?
    {
        try
        {
            return resolve();
        }
        catch (Exception no) when (no is ArgumentException or BadImageFormatException or FileNotFoundException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphenated();
}
