namespace Community.Shared.Markdown;

/// <summary>Gathers what a text refers to, each once, in order.</summary>
internal sealed class MarkdownReferencesBuilder
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _handles = [];
    private readonly HashSet<QuoteSource> _quotes = [];

    public void Add(string handle)
    {
        if (_seen.Add(handle))
            _handles.Add(handle);
    }

    public void Add(QuoteSource quote) => _quotes.Add(quote);

    public MarkdownReferences Build() => new(_handles, [.. _quotes]);
}
