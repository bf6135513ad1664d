using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>Rule 4: Web/X uses core X, what core X may use, any contract, and Ui, Hosting and Shell; never Web/Y.</summary>
internal static class WebCapabilities
{
    public static IEnumerable<string> Breaches(ModuleDefinition module) =>
        from type in module.OwnTypes()
        let home = Place.Of(type)
        where home.Side == Side.Web && !home.IsCompositionRoot
        from named in type.NamedTypes()
        let to = Place.Of(named)
        where !MayUse(home.Folder, to)
        select $"{type.FullName} names {named.FullName}";

    private static bool MayUse(string from, Place to) => to.Side switch
    {
        Side.Web => from == to.Folder || to.Folder is "Ui" or "Hosting" or "Shell",
        Side.Core => MayUseCore(from, to),
        _ => true,
    };

    private static bool MayUseCore(string from, Place to) => from switch
    {
        // The desk of the staff sees everything; markup and frame serve everybody, and nobody reads Insights.
        "Admin" => true,
        "Ui" or "Shell" => to.Folder != "Insights",
        "Account" => MayUseCore("Members", to),
        _ => (to.IsContract && to.Folder != "Insights") || Capabilities.MayUse(from, to),
    };
}
