using System.Globalization;
using System.Text;
using Community.Shared;

namespace Community.Search;

/// <summary>Reads the line of a search, also as a Japanese input method types it: 「」 as quotes, full-width letters, colons and blanks.</summary>
internal ref struct QueryReader
{
    private const int MaxWords = 24;
    private const string Opening = "\"“”「『＂";
    private const string Closing = "\"”“」』＂";
    private const string Minus = "-－−";

    private readonly ReadOnlySpan<char> line;
    private readonly List<SearchWords> words = [];
    private readonly List<string> tags = [];
    private readonly List<(QueryNote Note, string Part)> notes = [];
    private SearchQuery read;
    private int at;

    private QueryReader(string line)
    {
        this.line = line;
        read = new SearchQuery { Text = line };
    }

    public static SearchQuery Read(string text)
    {
        var line = text.Length > SearchQuery.MaxLength ? text[..SearchQuery.MaxLength] : text;
        var reader = new QueryReader(string.Concat(line.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)).Trim());
        reader.All();
        var read = reader.read with { Words = reader.words, Tags = reader.tags, Notes = reader.notes };
        return read.IsEmpty && read.Words.Count > 0 ? read with { Notes = [.. read.Notes, (QueryNote.OnlyLeftOut, read.Text)] } : read;
    }

    private void All()
    {
        while (SkipBlanks())
        {
            var isExcluded = at + 1 < line.Length && Minus.Contains(line[at]) && !char.IsWhiteSpace(line[at + 1]);
            if (isExcluded)
                at++;
            if (Quoted() is { } quoted)
                Add(quoted, true, isExcluded);
            else if (Word() is var word && (isExcluded || !IsOperator(word)))
                Add(word, false, isExcluded);
        }
    }

    private bool SkipBlanks()
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
            at++;
        return at < line.Length;
    }

    // A quote that nobody closes reaches to the end.
    private string? Quoted()
    {
        if (at >= line.Length || Opening.IndexOf(line[at]) is not (>= 0 and var kind))
            return null;
        var rest = line[(at + 1)..];
        var length = kind <= 2 ? rest.IndexOfAny('"', '”', '“') : rest.IndexOf(Closing[kind]);
        at = length < 0 ? line.Length : at + length + 2;
        return (length < 0 ? rest : rest[..length]).Trim().ToString();
    }

    private string Word()
    {
        var start = at;
        while (at < line.Length && !char.IsWhiteSpace(line[at]) && (at == start || Opening.IndexOf(line[at]) < 0))
            at++;
        return line[start..at].ToString();
    }

    private void Add(string text, bool isQuoted, bool isExcluded)
    {
        if (text.Length > 0 && words.Count < MaxWords)
            words.Add(new SearchWords(text, isQuoted, isExcluded));
    }

    private bool IsOperator(string word)
    {
        var colon = word.AsSpan().IndexOfAny(':', '：');
        if (colon <= 0)
            return false;
        var (name, value, before) = (TextRules.Compatible(word[..colon]).ToLowerInvariant(), word[(colon + 1)..], at);
        if (value.Length == 0)
            value = Quoted() ?? "";
        if (value.Length > 0 && Take(name, value))
            return true;
        at = before;
        return false;
    }

    private bool Take(string name, string value)
    {
        switch (name)
        {
            case "author":
                read = read with { Author = Plain(value).TrimStart('@') };
                return true;
            case "tag":
                if (tags.Count < MaxWords)
                    tags.Add(value);
                return true;
            case "in":
                read = read with { In = Plain(value) };
                return true;
            case "before" when Day(value) is { } day:
                read = read with { Before = day };
                return true;
            case "after" when Day(value) is { } day:
                read = read with { After = day };
                return true;
            case "is" when Plain(value) == "solved":
                read = read with { IsSolved = true };
                return true;
            // Taken as words, they would be looked for.
            case "before" or "after":
                notes.Add((QueryNote.NoDate, $"{name}:{value}"));
                return true;
            case "is":
                notes.Add((QueryNote.UnknownIs, $"{name}:{value}"));
                return true;
            default:
                return false;
        }
    }

    private static string Plain(string value) => TextRules.Compatible(value).ToLowerInvariant();

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(Plain(value).Replace('/', '-'), ["yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
