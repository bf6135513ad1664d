#if BUNIT_STAND_INS
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Community.Web.Tests;

/// <summary>The running half of BunitStandIns.targets: answers bUnit's request for AngleSharp.Diffing with the version that is there.</summary>
internal static class BunitStandIns
{
    private const string StandIn = "AngleSharp.Diffing";

    [ModuleInitializer]
    internal static void AnswerWithTheVersionThatIsThere() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name == StandIn ? context.LoadFromAssemblyPath(PathOf(StandIn)) : null;

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
#endif
