using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Shared.Markdown;

/// <summary>Thrown out of the parser, and caught by the renderer alone.</summary>
internal sealed class TooComplexException : Exception;

/// <summary>
/// Counts what may open emphasis or a link. The parser keeps each as the parent of all that follows in its paragraph until the
/// paragraph ends, and walks down through them for every further piece: its time grows with their number times the length.
/// </summary>
internal sealed class DelimiterGovernor : InlineParser
{
    // A post of 32,000 characters in one paragraph, every fifth word marked, has fewer.
    private const int MaxInParagraph = 3_000;

    public DelimiterGovernor() => OpeningCharacters = ['*', '_', '~', '[', '!'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar == '!' && slice.PeekChar() != '[')
            return false;

        // The state is emptied for each paragraph.
        var count = processor.ParserStates[Index] as Counter ?? new Counter();
        processor.ParserStates[Index] = count;
        if (++count.Value > MaxInParagraph)
            throw new TooComplexException();
        return false;
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
