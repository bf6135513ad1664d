using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>Rules 2 and 3: who in the core may import whom.</summary>
internal static class Capabilities
{
    public static IEnumerable<string> Breaches(ModuleDefinition module) =>
        from type in module.OwnTypes()
        let home = Place.Of(type)
        where home.Side == Side.Core
        from named in type.NamedTypes()
        let to = Place.Of(named)
        where to.Side == Side.Core && !MayUse(home.Folder, to)
        select $"{type.FullName} names {named.FullName}";

    /// <summary>Types of the core that stand in no room of the house.</summary>
    public static IEnumerable<string> Homeless(ModuleDefinition module) =>
        from type in module.OwnTypes()
        let place = Place.Of(type)
        where (place.Side == Side.Core && !Place.Ground.Contains(place.Folder) && !Place.Capabilities.Contains(place.Folder))
            || (place.Side == Side.Web && !place.IsCompositionRoot && !Place.WebRooms.Contains(place.Folder) && !Place.Capabilities.Contains(place.Folder))
        select type.FullName;

    public static bool MayUse(string from, Place to)
    {
        // The context names every entity. Insights reads everything, and nobody reads Insights.
        if (from == to.Folder || from is "Data" or "Insights" || Place.Ground.Contains(to.Folder))
            return true;

        if (to.Folder == "Insights" || (Place.Content.Contains(from) && Place.Reactions.Contains(to.Folder)))
            return false;

        return to.IsContract || (!to.IsStorage && IsOpenTo(from, to.Folder));
    }

    private static bool IsOpenTo(string from, string to) => to is "Members" or "Media" || (to == "Discussions" && Place.Content.Contains(from));
}
