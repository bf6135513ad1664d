using Mono.Cecil;

namespace Community.ArchitectureTests.Reading;

/// <summary>Reads compiled code; base types in the framework are found among what this process itself may load.</summary>
internal static class Assemblies
{
    private static readonly Dictionary<string, string> Loadable =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.OrdinalIgnoreCase);

    private static readonly ReaderParameters Parameters = new() { AssemblyResolver = new Resolver() };

    /// <summary>What a sample is compiled against: everything but the product itself, whose names the samples use.</summary>
    public static IEnumerable<string> Framework => Loadable.Where(entry => !IsProduct(entry.Key)).Select(entry => entry.Value);

    public static ModuleDefinition Read(string path) => ModuleDefinition.ReadModule(path, Parameters);

    public static ModuleDefinition Read(Stream stream) => ModuleDefinition.ReadModule(stream, Parameters);

    private static bool IsProduct(string assembly) => assembly == "Community" || assembly.StartsWith("Community.", StringComparison.Ordinal);

    private sealed class Resolver : IAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _read = [];

        public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, Parameters);

        public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            lock (_read)
            {
                if (!_read.TryGetValue(name.Name, out var assembly))
                {
                    if (!Loadable.TryGetValue(name.Name, out var path))
                        throw new AssemblyResolutionException(name);

                    _read[name.Name] = assembly = AssemblyDefinition.ReadAssembly(path, Parameters);
                }

                return assembly;
            }
        }

        public void Dispose()
        {
            foreach (var assembly in _read.Values)
                assembly.Dispose();
        }
    }
}
