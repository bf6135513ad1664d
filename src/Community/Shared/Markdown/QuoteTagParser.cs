using Markdig.Parsers;
using Markdig.Syntax;

namespace Community.Shared.Markdown;

/// <summary>A quote that says whose words it holds.</summary>
internal sealed class AttributedQuote(BlockParser parser) : ContainerBlock(parser)
{
    public required QuoteSource From { get; init; }

    public required int Tag { get; init; }

    public QuotedPost? Post { get; set; }
}

/// <summary>Opens and closes <see cref="AttributedQuote"/> where <see cref="QuoteTags"/> found tags.</summary>
internal sealed class QuoteTagParser : BlockParser
{
    public QuoteTagParser() => OpeningCharacters = ['['];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Tags(processor) is not { } tags || !tags.OpensAt(processor.Start, out var source, out var tag))
            return BlockState.None;

        processor.NewBlocks.Push(new AttributedQuote(this) { From = source, Tag = tag, Column = processor.Column });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var quote = (AttributedQuote)block;
        if (Tags(processor) is { } tags && tags.ClosesAt(processor.Start, quote.Tag))
            return BlockState.BreakDiscard;
        if (quote.Tag == QuoteTags.NoEnd && !HoldsSomethingWithAnEnd(processor, quote))
        {
            if (processor.IsBlankLine)
                return BlockState.BreakDiscard;
            if (Tags(processor)!.OpensAt(processor.Start, out _, out var next) && next == QuoteTags.NoEnd)
                return BlockState.Break;
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    private static bool HoldsSomethingWithAnEnd(BlockProcessor processor, ContainerBlock block)
    {
        for (var inner = block.LastChild; inner is not null && processor.IsOpen(inner); inner = (inner as ContainerBlock)?.LastChild)
        {
            if (inner is FencedCodeBlock or AttributedQuote { Tag: not QuoteTags.NoEnd })
                return true;
        }

        return false;
    }

    private static QuoteTags? Tags(BlockProcessor processor) =>
        processor.Context is { } context && context.Properties.TryGetValue(QuoteTags.ContextKey, out var tags) ? (QuoteTags)tags : null;
}
