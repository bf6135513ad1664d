using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Community.Shared.Markdown;

/// <summary>
/// Finds <c>[quote=…]</c> and <c>[/quote]</c> that belong together, outside code, and gives each a line of its own so that the
/// block parser sees them. A forgotten end must not swallow the post: what names its source ends with its paragraph, everything else stays text.
/// </summary>
internal sealed partial class QuoteTags
{
    public static readonly object ContextKey = typeof(QuoteTags);

    /// <summary>The tag of a quote whose end was forgotten.</summary>
    public const int NoEnd = -1;

    private const string Closer = "[/quote]";
    private const int MaxNesting = 50;

    // What stands before a tag is repeated for the line that it gets.
    private const int MaxPrefix = 400;

    private readonly Dictionary<int, (QuoteSource Source, int Tag)> _openers = [];
    private readonly Dictionary<int, int> _closers = [];

    private QuoteTags(string text) => Text = text;

    /// <summary>True where quotes stand in quotes beyond reason; the parser would refuse them too, but only after much work.</summary>
    public bool IsTooDeep { get; private init; }

    /// <summary>The source with each matched tag on its own line; offsets refer to it.</summary>
    public string Text { get; private set; }

    [GeneratedRegex("""\G\[quote(?:=(?<id>[1-9][0-9]{0,18})|="(?<attributes>[^"\]\n]{0,300})")?\]""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opener();

    public bool OpensAt(int offset, out QuoteSource source, out int tag)
    {
        var found = _openers.TryGetValue(offset, out var opener);
        (source, tag) = opener;
        return found;
    }

    public bool ClosesAt(int offset, int tag) => _closers.TryGetValue(offset, out var closed) && closed == tag;

    /// <summary>The quotes of <see cref="Text"/> from the first to the last: where the opening tag begins, and the closing one, if it has one.</summary>
    public IEnumerable<(int Start, int? End, QuoteSource Source)> Quotes()
    {
        var ends = _closers.ToDictionary(closer => closer.Value, closer => closer.Key);
        return _openers.OrderBy(o => o.Key).Select(o => (o.Key, ends.TryGetValue(o.Key, out var end) ? end : (int?)null, o.Value.Source));
    }

    public static QuoteTags Read(string source)
    {
        var text = source.ReplaceLineEndings("\n");
        if (!text.Contains("[quote", StringComparison.OrdinalIgnoreCase))
            return new QuoteTags(text);

        var tags = Matched(text);
        var depth = 0;
        return tags.Any(tag => (depth += tag.Source is null ? -1 : tag.Partner == NoEnd ? 0 : 1) > MaxNesting) ? new QuoteTags(text) { IsTooDeep = true } : Rewrite(text, tags);
    }

    private static List<Tag> Matched(string text)
    {
        var tags = new List<Tag>();
        var open = new Stack<Tag>();
        var unfinished = new List<Tag>();
        foreach (var tag in Scan(text))
        {
            if (tag.Source is not null)
            {
                open.Push(tag);
                continue;
            }

            // Another depth of ">" is another conversation: an opener there was never closed.
            while (open.TryPop(out var opener))
            {
                if (opener.Depth != tag.Depth)
                {
                    unfinished.Add(opener);
                    continue;
                }

                tags.Add(opener);
                tags.Add(tag with { Partner = opener.Start });
                break;
            }
        }

        tags.AddRange(unfinished.Concat(open).Where(tag => NamesItsSource(text, tag)).Select(tag => tag with { Partner = NoEnd }));
        tags.Sort((a, b) => a.Start.CompareTo(b.Start));
        return tags;
    }

    // "[quote]", "[quote=1](…)" and "[quote=1]: …" may be words, a link and its definition; four spaces make code.
    private static bool NamesItsSource(string text, Tag tag)
    {
        var end = tag.Start + tag.Length;
        return text[tag.Start + "[quote".Length] == '='
            && (end == text.Length || text[end] is not ('(' or '[' or ':') || text.AsSpan(end).StartsWith("[quote", StringComparison.OrdinalIgnoreCase))
            && !text[tag.Line..tag.Content].Replace("\t", "    ", StringComparison.Ordinal).EndsWith("    ", StringComparison.Ordinal);
    }

    private static IEnumerable<Tag> Scan(string text)
    {
        var fence = default(Fence);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var content = start;
            var depth = 0;
            var indent = 0;
            for (; content < end && text[content] is ' ' or '\t' or '>'; content++)
            {
                depth += text[content] == '>' ? 1 : 0;
                indent = text[content] == '>' ? 0 : indent + (text[content] == '\t' ? 4 : 1);
            }

            if (!fence.Covers(text.AsSpan(content, end - content), depth) && content - start <= MaxPrefix)
            {
                var position = content;
                var atStart = indent < 5;
                while (position < end)
                {
                    if (atStart && Opener().Match(text, position) is { Success: true } match && match.Index + match.Length <= end)
                    {
                        yield return new Tag(position, match.Length, start, content, depth, Describe(match));
                        position += match.Length;
                    }
                    else
                    {
                        var closer = text.IndexOf(Closer, position, end - position, StringComparison.OrdinalIgnoreCase);
                        if (closer < 0)
                            break;
                        if (text.AsSpan(position, closer - position).Count('`') % 2 == 0)
                        {
                            yield return new Tag(closer, Closer.Length, start, content, depth, null);
                            atStart = true;
                        }

                        position = closer + Closer.Length;
                    }

                    while (position < end && text[position] is ' ')
                        position++;
                }
            }

            start = end + 1;
        }
    }

    private static QuoteTags Rewrite(string text, List<Tag> tags)
    {
        var result = new QuoteTags(text);
        var output = new StringBuilder(text.Length + tags.Count * 4);
        var offsets = new Dictionary<int, int>();
        var copied = 0;
        foreach (var tag in tags)
        {
            var prefix = text.AsSpan(tag.Line, tag.Content - tag.Line);
            var before = text.AsSpan(copied, tag.Start - copied);
            var startsLine = copied <= tag.Line ? tag.Start == tag.Content : before.IsWhiteSpace();
            output.Append(startsLine && copied > tag.Line ? "" : before);
            if (!startsLine)
                output.Append('\n').Append(prefix);

            offsets[tag.Start] = output.Length;
            if (tag.Source is not null)
                result._openers[output.Length] = (tag.Source, tag.Partner == NoEnd ? NoEnd : output.Length);
            else
                result._closers[output.Length] = offsets[tag.Partner];
            output.Append(text.AsSpan(tag.Start, tag.Length));
            copied = tag.Start + tag.Length;
            if (copied < text.Length && text[copied] != '\n')
                output.Append('\n').Append(prefix);
        }

        result.Text = output.Append(text.AsSpan(copied)).ToString();
        return result;
    }

    private static QuoteSource Describe(Match match)
    {
        if (match.Groups["id"] is { Success: true } id && long.TryParse(id.ValueSpan, CultureInfo.InvariantCulture, out var postId))
            return new QuoteSource(postId, null, null, null);

        var source = new QuoteSource(null, null, null, null);
        foreach (var part in match.Groups["attributes"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.StartsWith("post:", StringComparison.Ordinal) && int.TryParse(part.AsSpan(5), CultureInfo.InvariantCulture, out var number))
                source = source with { PostNumber = number };
            else if (part.StartsWith("topic:", StringComparison.Ordinal) && long.TryParse(part.AsSpan(6), CultureInfo.InvariantCulture, out var topic))
                source = source with { TopicNumber = topic };
            else if (part.StartsWith("username:", StringComparison.Ordinal))
                source = source with { UserName = part["username:".Length..].Trim() };
            else if (!part.StartsWith("full:", StringComparison.Ordinal))
                source = source with { Name = source.Name is null ? part : $"{source.Name}, {part}" };
        }

        return source;
    }

    private sealed record Tag(int Start, int Length, int Line, int Content, int Depth, QuoteSource? Source)
    {
        public int Partner { get; init; }
    }

    /// <summary>Follows fenced code line by line.</summary>
    private struct Fence
    {
        private char _mark;
        private int _length;
        private int _depth;

        public bool Covers(ReadOnlySpan<char> line, int depth)
        {
            var mark = line.IsEmpty || line[0] is not ('`' or '~') ? '\0' : line[0];
            var length = mark == '\0' ? 0 : line.Length - line.TrimStart(mark).Length;
            if (_length > 0 && depth >= _depth)
            {
                if (mark == _mark && length >= _length && line[length..].IsWhiteSpace())
                    _length = 0;
                return true;
            }

            var opens = length >= 3 && (mark == '~' || !line[length..].Contains('`'));
            (_mark, _length, _depth) = opens ? (mark, length, depth) : default;
            return opens;
        }
    }
}
