using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>Rule 1: the core knows no page and no provider, a provider knows only the core, and only a composition root names a provider.</summary>
internal static class Layers
{
    // Identity's stores and hashing, and what signs its tokens, carry ASP.NET in their name and no page.
    private static readonly string[] AspNetInTheCore =
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.AspNetCore.Cryptography.", "Microsoft.AspNetCore.DataProtection"];

    private static readonly string[] PagesAndSockets = ["Microsoft.AspNetCore.", "Microsoft.JSInterop", "Radzen"];

    private static readonly string[] Engines = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql"];

    public static IEnumerable<string> Breaches(ModuleDefinition module) =>
        from type in module.OwnTypes()
        let home = Place.Of(type)
        from named in type.NamedTypes()
        where IsBreach(home, named)
        select $"{type.FullName} names {named.FullName}";

    private static bool IsBreach(Place home, TypeReference named)
    {
        var to = Place.Of(named);
        return home.Side switch
        {
            Side.Core => IsPage(named) || IsIn(Engines, named) || to.Side is not (Side.Core or Side.Elsewhere),
            Side.Provider => IsPage(named) || to.Side is not (Side.Core or Side.Provider or Side.Elsewhere),
            Side.Web or Side.Tool => !home.IsCompositionRoot && (to.Side == Side.Provider || IsIn(Engines, named)),
            Side.Assets => to.Side is not (Side.Assets or Side.Elsewhere),
            Side.Client => to.Side is not (Side.Client or Side.Elsewhere),
            _ => false,
        };
    }

    private static bool IsPage(TypeReference named) => IsIn(PagesAndSockets, named) && !IsIn(AspNetInTheCore, named);

    // By assembly: IPasswordHasher and SignInManager share a namespace, and only the second one is HTTP.
    private static bool IsIn(string[] assemblies, TypeReference named) =>
        named.Scope is AssemblyNameReference assembly && assemblies.Any(start => assembly.Name.StartsWith(start, StringComparison.Ordinal));
}
