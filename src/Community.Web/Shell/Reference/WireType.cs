namespace Community.Web.Shell.Reference;

/// <summary>A named type of the wire: a record with its fields, or the names of an enumeration.</summary>
public sealed record WireType(string Name, string Text, IReadOnlyList<WireType.Field> Fields, IReadOnlyList<string> Values)
{
    public sealed record Field(string Name, TypeName Type, string Text);
}
