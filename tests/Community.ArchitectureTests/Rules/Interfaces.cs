using Community.ArchitectureTests.Reading;
using Mono.Cecil;

namespace Community.ArchitectureTests.Rules;

/// <summary>No interface with a single implementation: it is a name for a class that already has one.</summary>
internal static class Interfaces
{
    public static IEnumerable<string> WithASingleImplementation(IReadOnlyList<ModuleDefinition> modules, IReadOnlySet<string> allowed)
    {
        var types = modules.SelectMany(module => module.OwnTypes()).SelectMany(type => type.WithNested()).ToList();
        var implementations = types
            .Where(type => !type.IsInterface)
            .SelectMany(type => type.Interfaces.Select(implemented => (Interface: implemented.InterfaceType.GetElementType().FullName, Type: type.FullName)))
            .ToLookup(pair => pair.Interface, pair => pair.Type);

        return from type in types
               where type.IsInterface && !allowed.Contains(type.FullName)
               let classes = implementations[type.FullName].Distinct().ToList()
               where classes.Count == 1
               select $"{type.FullName} has only {classes[0]}";
    }
}
