using System.Collections.Frozen;
using Markdig.Extensions.Emoji;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Community.Shared.Markdown;

/// <summary>Turns <c>:shortcode:</c> into its character; what is not in the list stays as typed. No white space is needed around it.</summary>
internal sealed class EmojiParser : InlineParser
{
    private const int MaxShortcode = 50;

    private static readonly FrozenDictionary<string, string> Known = Build();

    public EmojiParser() => OpeningCharacters = [':'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = slice.PeekCharExtra(-1);
        if (char.IsAsciiLetterOrDigit(before))
            return false;

        var rest = slice.AsSpan()[1..];
        var end = rest[..Math.Min(rest.Length, MaxShortcode)].IndexOf(':');
        if (end < 1 || Find(rest[..end]) is not { } emoji)
            return false;

        processor.Inline = new LiteralInline(emoji);
        slice.Start += end + 2;
        return true;
    }

    /// <summary>The character for a shortcode without its colons, or null.</summary>
    public static string? Find(ReadOnlySpan<char> shortcode) =>
        Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(shortcode, out var emoji) ? emoji : null;

    private static FrozenDictionary<string, string> Build()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (shortcode, emoji) in EmojiMapping.GetDefaultEmojiShortcodeToUnicode())
            known[shortcode.Trim(':')] = emoji;

        // Names that Discourse uses and GitHub, whose list Markdig carries, does not.
        (string Name, string Emoji)[] more =
        [
            ("slight_smile", "🙂"), ("slight_frown", "🙁"), ("upside_down", "🙃"), ("rolling_eyes", "🙄"), ("thinking", "🤔"), ("hugs", "🤗"),
            ("nerd", "🤓"), ("face_with_raised_eyebrow", "🤨"), ("rofl", "🤣"), ("sweat_smile", "😅"), ("stuck_out_tongue", "😛"), ("frowning", "😦"),
            ("wink", "😉"), ("tada", "🎉"), ("crossed_fingers", "🤞"), ("metal", "🤘"), ("call_me_hand", "🤙"), ("zipper_mouth", "🤐"),
            ("star_struck", "🤩"), ("money_mouth", "🤑"), ("face_with_monocle", "🧐"), ("exploding_head", "🤯"), ("partying_face", "🥳"), ("smiling_face_with_three_hearts", "🥰"),
        ];
        foreach (var (name, emoji) in more)
            known.TryAdd(name, emoji);
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
