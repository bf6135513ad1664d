using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace Community.ArchitectureTests.Reading;

/// <summary>A small piece of code that keeps or breaks a rule, compiled as if it were the product.</summary>
internal static class Sample
{
    private static readonly MetadataReference[] Framework = [.. Assemblies.Framework.Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);

    /// <param name="source">C# with the namespaces of the product; may hold several.</param>
    /// <param name="assembly">The name of the project that it stands for.</param>
    public static ModuleDefinition Compile(string source, string assembly = "Community")
    {
        var tree = CSharpSyntaxTree.ParseText("using System; using System.Linq; using System.Threading.Tasks;\n" + source);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(assembly, [tree], Framework, Options).Emit(image);
        if (!result.Success)
            throw new InvalidOperationException("The sample does not compile:\n" + string.Join('\n', result.Diagnostics));

        return Assemblies.Read(new MemoryStream(image.ToArray()));
    }
}
