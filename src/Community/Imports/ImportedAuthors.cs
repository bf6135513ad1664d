using Community.Data;
using Community.Imports.Contract;
using Community.Members;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore;

namespace Community.Imports;

/// <summary>
/// Whom the source's names stand for: members that an earlier run made, and members to be made with their first topic. They have no
/// account; a handle is theirs alone, whoever was here before.
/// </summary>
internal sealed class ImportedAuthors
{
    private readonly Dictionary<string, Known> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, Known> unmapped = [];
    private readonly string source;

    private ImportedAuthors(string source, ForgottenNames forgotten) => (this.source, Forgotten) = (source, forgotten);

    public ForgottenNames Forgotten { get; }

    /// <summary>How many members had been erased when <see cref="Forgotten"/> was read.</summary>
    public required long Erased { get; init; }

    public int Added { get; private set; }

    public static async Task<ImportedAuthors> Load(CommunityDb db, KeyedHash hash, string source, IEnumerable<SourceAuthor> people, CancellationToken cancel)
    {
        var erased = await FormerMembers.Count(db, cancel);
        // Who was erased does not come back under the same name with another source.
        var forgotten = await ForgottenNames.Load(db, hash, source, cancel);
        var authors = new ImportedAuthors(source, forgotten) { Erased = erased };
        var mapped = await db.ImportedItems.Where(i => i.Source == source && i.Kind == ImportedNames.Kind).ToDictionaryAsync(i => i.Key, i => i.ContentId, cancel);
        long IdOf(SourceAuthor person)
        {
            var key = ImportedNames.KeyOf(person.Name);
            return mapped.TryGetValue(key, out var id) || mapped.TryGetValue(ImportedNames.Forgotten(hash, key), out id) ? id : person.IsAnonymous ? 0 : forgotten.Find(key)?.Id ?? 0;
        }

        var candidates = people
            .OrderBy(p => p.FirstAt).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => (Person: p, Here: IdOf(p)))
            .Select(p => (p.Person, IsMapped: p.Here != 0, Id: p.Here is 0 ? Ids.At(p.Person.FirstAt, StableSeed.Of(ImportedNames.KeyOf(p.Person.Name))) : p.Here))
            .ToList();
        var wanted = candidates.Select(c => c.Id).ToHashSet();
        var here = new Dictionary<long, (string Handle, string DisplayName)>();
        var keys = new List<string>();
        await foreach (var member in db.Members.Select(m => new { m.Id, m.Handle, m.HandleKey, m.DisplayName }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            keys.Add(member.HandleKey);
            if (wanted.Contains(member.Id))
                here.Add(member.Id, (member.Handle, member.DisplayName));
        }

        var handles = new HandleMaker(keys, await db.ReservedHandles.Select(h => h.Hash).ToHashSetAsync(cancel));
        foreach (var (person, isMapped, id) in candidates)
        {
            var found = here.TryGetValue(id, out var member);
            var known = found
                ? new Known(id, member.Handle, member.DisplayName, person, false)
                : new Known(id, handles.Make(person.Name), person.DisplayName ?? person.Name, person, true);
            while (!isMapped && !authors.unmapped.TryAdd(known.Id, known))
                known = known with { Id = known.Id + 1 };
            authors.byName.Add(person.Name, known);
        }

        return authors;
    }

    public long IdOf(string name) => byName[name].Id;

    public string? NameOf(string name) => byName.GetValueOrDefault(name)?.DisplayName;

    public string? HandleOf(string name) => byName.GetValueOrDefault(name)?.Handle;

    /// <summary>Adds those who wrote in the topics and are no members yet.</summary>
    public void AddMissing(CommunityDb db, IEnumerable<ImportedTopic> topics)
    {
        var made = new List<long>();
        foreach (var id in topics.SelectMany(t => t.Posts.Select(p => p.AuthorId).Append(t.AuthorId)).OfType<long>().Distinct())
        {
            if (!unmapped.Remove(id, out var person))
                continue;
            db.ImportedItems.Add(new ImportedItem { Source = source, Kind = ImportedNames.Kind, Key = ImportedNames.KeyOf(person.Source.Name), ContentId = id });
            if (!person.IsNew)
                continue;
            db.Members.Add(Made(person));
            made.Add(id);
        }

        Added += made.Count;
        if (made.Count > 0)
            db.Raise(new MembersNamed(made));
    }

    private static Member Made(Known person) => new()
    {
        Id = person.Id,
        Handle = person.Handle,
        HandleKey = HandleSkeleton.Of(person.Handle),
        DisplayName = person.DisplayName,
        State = person.Source.IsAnonymous ? MemberState.Anonymous : MemberState.Imported,
        Trust = TrustLevel.Member,
        JoinedAt = person.Source.FirstAt,
    };

    private sealed record Known(long Id, string Handle, string DisplayName, SourceAuthor Source, bool IsNew);
}
