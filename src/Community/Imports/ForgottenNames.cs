using System.Text.RegularExpressions;
using Community.Data;
using Community.Members;
using Community.Shared.Markdown;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>The number and the new handle of somebody who was erased.</summary>
internal sealed record Former(long Id, string Handle);

/// <summary>Knows erased people by the names that they had elsewhere, and takes them out of what others wrote there.</summary>
internal sealed partial class ForgottenNames
{
    private const int Patience = 2_000;
    private readonly Dictionary<string, Former> here = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Former> chosen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Former> anywhere = new(StringComparer.Ordinal);
    private readonly KeyedHash hash;
    private readonly string source;

    private ForgottenNames(KeyedHash hash, string source) => (this.hash, this.source) = (hash, source);

    /// <param name="source">Where the names to be looked for come from.</param>
    public static async Task<ForgottenNames> Load(CommunityDb db, KeyedHash hash, string source, CancellationToken cancel)
    {
        var names = new ForgottenNames(hash, source);
        // Of somebody whose erasure has only begun the name itself is still there.
        var rows = db.ImportedItems.Where(i => i.Kind == ImportedNames.Kind)
            .Join(db.Members.Where(m => m.State == MemberState.Erased), i => i.ContentId, m => m.Id, (item, member) => new { item.Source, item.Key, member.Id, member.Handle });
        foreach (var row in await rows.ToListAsync(cancel))
            names.Add(row.Source, row.Key, new Former(row.Id, row.Handle));
        return names;
    }

    public Former? Find(string? name)
    {
        if (anywhere.Count == 0 || string.IsNullOrEmpty(name))
            return null;
        var key = ImportedNames.KeyOf(name);
        var others = !ImportedNames.IsNumber(key) ? anywhere : ImportedNames.HasNumbers(source) ? here : chosen;
        var forgotten = ImportedNames.Forgotten(hash, key);
        return here.GetValueOrDefault(forgotten) ?? here.GetValueOrDefault(key) ?? others.GetValueOrDefault(forgotten) ?? others.GetValueOrDefault(key);
    }

    /// <summary>The text with quotes of erased people emptied and mentions of them under the handle that names nobody.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="gone">Ids of posts that erased people wrote.</param>
    public string Without(string text, IReadOnlySet<long>? gone = null)
    {
        if (anywhere.Count == 0)
            return text;
        text = QuotedWords.Without(text, source => source.PostId is { } id ? gone?.Contains(id) == true : Find(source.Name) is not null || Find(source.UserName) is not null, nameless: true);
        return text.Contains('@') ? Mention().Replace(text, mention => Rename(text, mention)) : text;
    }

    // What a site numbers its authors by is somebody else at another; a name is theirs wherever they chose it.
    private void Add(string from, string key, Former former)
    {
        anywhere.TryAdd(key, former);
        if (from == source)
            here.TryAdd(key, former);
        if (!ImportedNames.HasNumbers(from))
            chosen.TryAdd(key, former);
    }

    // The longest name that may end there: names hold dots, and a sentence or another script may go on behind one.
    private string Rename(string text, Match mention)
    {
        var name = mention.Groups["name"];
        for (var length = name.Length; length > 0; length--)
        {
            if (PersonNames.MayEnd(text, name.Index + length) && Find(name.Value[..length]) is { } former)
                return string.Concat("@", former.Handle, name.ValueSpan[length..]);
        }

        return mention.Value;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9_\-./@+=])@(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_.\-]{0,98}[\p{L}\p{N}\p{M}_])?)", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Mention();
}
