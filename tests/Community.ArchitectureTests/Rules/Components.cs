using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>Rule 5: components call acts and never touch the context; a page of the staff is behind its folder's policy.</summary>
internal static class Components
{
    private const string Component = "Microsoft.AspNetCore.Components.IComponent";
    private const string Context = "Microsoft.EntityFrameworkCore.DbContext";
    private const string Route = "Microsoft.AspNetCore.Components.RouteAttribute";
    private const string Authorize = "Microsoft.AspNetCore.Authorization.AuthorizeAttribute";
    private const string AllowAnonymous = "Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute";

    private static readonly string[] StaffAreas = ["moderation", "insights", "admin"];

    public static IEnumerable<string> TouchingTheContext(ModuleDefinition module) =>
        from type in module.OwnTypes()
        where type.DerivesFrom(Component)
        from named in type.NamedTypes()
        where named.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || named.DerivesFrom(Context)
        select $"{type.FullName} names {named.FullName}";

    /// <summary>Pages of the staff that, as compiled, ask for no policy or let everybody in.</summary>
    public static IEnumerable<string> OpenStaffPages(ModuleDefinition module) =>
        from type in module.OwnTypes()
        from route in type.CustomAttributes.Where(attribute => attribute.AttributeType.FullName == Route)
        let address = (string)route.ConstructorArguments[0].Value
        where IsStaffArea(address) && !IsBehindAPolicy(type)
        select $"{type.FullName} is open at {address}";

    /// <summary>Pages of the staff that name their policy themselves, or whose folder names none.</summary>
    public static IEnumerable<string> PolicyNotFromTheFolder(IReadOnlyList<SourceFile> razorFiles)
    {
        var foldersWithPolicy = razorFiles
            .Where(file => file.Name == "_Imports.razor" && NamesAPolicy(file.Text))
            .Select(file => file.Folder + "/")
            .ToList();

        foreach (var page in razorFiles.Where(IsStaffPage))
        {
            if (!foldersWithPolicy.Any(folder => page.Path.StartsWith(folder, StringComparison.Ordinal)))
                yield return $"{page.Path}: the _Imports.razor of its folder has no @attribute [Authorize(Policy = …)]";

            if (Directives(page.Text, "@attribute").Any(attribute => attribute.Contains("Authorize", StringComparison.Ordinal) || attribute.Contains("AllowAnonymous", StringComparison.Ordinal)))
                yield return $"{page.Path}: takes its policy from its folder, not from itself";
        }
    }

    private static bool IsStaffPage(SourceFile file) =>
        Directives(file.Text, "@page").Any(directive => IsStaffArea(directive["@page".Length..].Trim().Trim('"')));

    private static bool NamesAPolicy(string text) =>
        Directives(text, "@attribute").Any(attribute => attribute.Contains("Authorize(Policy", StringComparison.Ordinal));

    private static IEnumerable<string> Directives(string text, string name) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(name + " ", StringComparison.Ordinal));

    private static bool IsStaffArea(string address) =>
        StaffAreas.Contains(address.TrimStart('/').Split('/')[0], StringComparer.OrdinalIgnoreCase);

    private static bool IsBehindAPolicy(TypeDefinition page) =>
        page.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Authorize && (attribute.HasConstructorArguments || attribute.Properties.Any(property => property.Name == "Policy")))
        && page.CustomAttributes.All(attribute => attribute.AttributeType.FullName != AllowAnonymous);
}
