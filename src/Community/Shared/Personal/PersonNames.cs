using System.Text.RegularExpressions;
using Community.Shared.Markdown;

namespace Community.Shared.Personal;

/// <summary>Finds a member's name where a text leads to them: a mention, or the address of their page. The same letters as a word are a word.</summary>
public static partial class PersonNames
{
    private const string End = "(?![A-Za-z0-9]|[_-]+[A-Za-z0-9])";
    private const int PatienceMilliseconds = 2_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(PatienceMilliseconds);

    /// <summary>Patterns of LIKE that find, in small letters, at least every text in which <see cref="Without"/> would change something.</summary>
    public static (string Mention, string Page) Patterns(ErasedPerson person) =>
        ($"%@{person.Handle.ToLowerInvariant()}%", $"%members/{person.Handle.ToLowerInvariant()}%");

    /// <summary>The text with the former member's new handle in the place of the old one; the same text where it has none.</summary>
    public static string Without(this ErasedPerson person, string text)
    {
        var handle = Regex.Escape(person.Handle);
        return Regex.Replace(text, $"(?<lead>(?<![A-Za-z0-9_\\-./@+=])@|/members/){handle}{End}", "${lead}" + person.NewHandle, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
    }

    /// <summary>Whether a name that was written up to there is whole; another script may go on behind it without a space.</summary>
    public static bool MayEnd(string text, int at) => NameEnd().IsMatch(text, at);

    /// <summary>Whether a quote that does not say from which post it is says that it is theirs.</summary>
    public static bool IsAuthorOf(this ErasedPerson person, QuoteSource source) =>
        person.OtherNames.Append(person.Handle).Any(name => string.Equals(name, source.Name, StringComparison.OrdinalIgnoreCase) || string.Equals(name, source.UserName, StringComparison.OrdinalIgnoreCase));

    public static bool IsNamedIn(this ErasedPerson person, string? text) => text is not null && person.Without(text) != text;

    [GeneratedRegex(@"\G" + End, RegexOptions.CultureInvariant, PatienceMilliseconds)]
    private static partial Regex NameEnd();
}
