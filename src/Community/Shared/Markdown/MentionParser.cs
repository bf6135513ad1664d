using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>Text that may mention somebody; <see cref="Handle"/> is set once it is known that they exist.</summary>
internal sealed class MentionInline : LeafInline
{
    public required string Candidate { get; init; }

    public string? Handle { get; set; }

    /// <summary>How many characters of the candidate are the handle.</summary>
    public int Length { get; set; }
}

/// <summary>Reads <c>@handle</c> where the character before is no part of a word, an address or a path; Japanese needs no space before it.</summary>
internal sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsAsciiLetterOrDigit(before) || before is '_' or '-' or '.' or '/' or '@' or '+' or '=')
            return false;

        var length = 0;
        while (IsPart(slice.PeekChar(length + 1)))
            length++;
        if (length is < HandleRules.MinLength or > HandleRules.MaxLength)
            return false;

        processor.Inline = new MentionInline { Candidate = slice.Text.Substring(slice.Start + 1, length) };
        slice.Start += length + 1;
        return true;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
