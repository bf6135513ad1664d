using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Parsers.Inlines;

namespace Community.Shared.Markdown;

internal static class MarkdownPipelines
{
    public const int MaxNesting = 100;

    private static readonly MarkdownPipeline Forum = BuildForum();
    private static readonly MarkdownPipeline Plain = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxNesting }.DisableHtml().Build();

    public static MarkdownPipeline For(Dialect dialect) => dialect == Dialect.Plain ? Plain : Forum;

    private static MarkdownPipeline BuildForum()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxNesting }
            .DisableHtml()
            .UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseSoftlineBreakAsHardlineBreak()
            .UseCjkFriendlyEmphasis();
        builder.BlockParsers.Insert(0, new QuoteTagParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new TaskListInlineParser { ListClass = "", ListItemClass = "" });
        builder.InlineParsers.Insert(0, new MentionParser());
        builder.InlineParsers.Insert(0, new EmojiParser());
        builder.InlineParsers.Insert(0, new BareLinkParser());
        builder.InlineParsers.Insert(0, new DelimiterGovernor());
        return builder.Build();
    }
}
