using System.Text.RegularExpressions;
using Community.Members;
using Community.Shared.Personal;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Community.ArchitectureTests.Rules;

/// <summary>
/// Rule 7: a column that leads to a member, or holds words that may be about one, has an export and an erase rule. What is neither is
/// agreed to be so, column by column, so that a new one cannot slip through.
/// </summary>
internal static partial class PersonalColumns
{
    private static readonly HashSet<Type> People = [typeof(Member), typeof(Account)];

    // Figures, marks and times say something only through the key beside them.
    private static readonly HashSet<Type> Figures = [typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(float), typeof(double), typeof(decimal), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeSpan)];

    /// <param name="model">The tables.</param>
    /// <param name="tables">The rules.</param>
    /// <param name="impersonal">Columns as Entity.Property that are agreed to hold nothing about a person.</param>
    public static IEnumerable<string> Breaches(IModel model, IReadOnlyCollection<PersonalTable> tables, IReadOnlySet<string> impersonal)
    {
        var columns = model.GetEntityTypes().SelectMany(entity => Columns(entity).Select(property => (Entity: entity, Property: property))).ToList();
        foreach (var (entity, property) in columns)
        {
            var name = NameOf(entity, property);
            if (!IsCovered(tables.Where(t => t.Row == entity.ClrType), property) && (LeadsToPerson(property) || !(IsKeyOfSomethingElse(property) || impersonal.Contains(name))))
                yield return $"{name} has no rule in an IPersonalData";
        }

        var known = columns.Select(c => NameOf(c.Entity, c.Property)).ToHashSet();
        foreach (var stale in impersonal.Where(name => !known.Contains(name)))
            yield return $"{stale} is agreed to be about nobody, but is not there";
        foreach (var table in tables)
        {
            var own = columns.Where(c => c.Entity.ClrType == table.Row).Select(c => c.Property.Name).ToHashSet();
            foreach (var column in table.Columns.Where(c => !own.Contains(c)))
                yield return $"{table.Name} speaks of {column}, which {table.Row.Name} does not have";
            if (table is { Erasing: Erasing.Kept, KeptBecause: null })
                yield return $"{table.Name} is kept without a reason";
        }
    }

    /// <summary>Rules without a file in the download or a reason for that, and files without a rule.</summary>
    public static IEnumerable<string> Unexported(IReadOnlyCollection<PersonalTable> tables, IReadOnlyCollection<string> files) =>
    [
        .. tables.Where(t => t.NotExported is null && !files.Contains(t.Name)).Select(t => $"{t.Name} is not in the download, and nothing says why"),
        .. files.Where(f => !tables.Any(t => t.Name == f && t.NotExported is null)).Select(f => $"{f} is in the download without a rule"),
        .. tables.GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key} is the name of two rules"),
    ];

    private static IEnumerable<IProperty> Columns(IEntityType entity) =>
        entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is var type && !type.IsEnum && !Figures.Contains(type));

    private static bool IsCovered(IEnumerable<PersonalTable> rules, IProperty property) => rules.Any(rule =>
        rule.Columns.Contains(property.Name) || (rule.Columns.Count == 0 && rule.Erasing == Erasing.Deleted));

    private static bool LeadsToPerson(IProperty property) =>
        property.GetContainingForeignKeys().Any(key => People.Contains(key.PrincipalEntityType.ClrType)) || (IsNumber(property) && !property.IsPrimaryKey() && PersonKey().IsMatch(property.Name));

    // Its own key and the keys of other things lead to rows, which have rules of their own.
    private static bool IsKeyOfSomethingElse(IProperty property) =>
        property.GetContainingForeignKeys().Any() || (IsNumber(property) && property.FindContainingPrimaryKey()?.Properties is [_]);

    private static bool IsNumber(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(long);

    private static string NameOf(IEntityType entity, IProperty property) => $"{entity.ClrType.Name.Split('`')[0]}.{property.Name}";

    [GeneratedRegex("(Member|Account|Author|Editor|Reporter|Poster|Actor|User|Owner|Person|Sender|Recipient|Voter|Giver|Creator|Uploader|Granter)(Id)?$|By$|ById$")]
    private static partial Regex PersonKey();
}
