using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Community.ArchitectureTests.Reading;

/// <summary>What a type names: in its shape, its attributes and the bodies of its methods, closures and state machines.</summary>
internal static class Uses
{
    /// <summary>The types that stand in a namespace. What is nested in them belongs to them.</summary>
    public static IEnumerable<TypeDefinition> OwnTypes(this ModuleDefinition module) => module.Types.Where(type => type.Name != "<Module>");

    public static IEnumerable<TypeDefinition> WithNested(this TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    public static IEnumerable<MethodDefinition> AllMethods(this TypeDefinition type) => type.WithNested().SelectMany(part => part.Methods);

    public static IEnumerable<Instruction> Instructions(this MethodDefinition method) => method.HasBody ? method.Body.Instructions : [];

    /// <summary>The methods that the type calls or hands on.</summary>
    public static IEnumerable<MethodReference> Calls(this TypeDefinition type) =>
        type.AllMethods().SelectMany(Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>();

    /// <summary>Every type that the type names, each once, as the outermost type that it is nested in.</summary>
    public static IReadOnlyCollection<TypeReference> NamedTypes(this TypeDefinition type)
    {
        var named = new Dictionary<string, TypeReference>();
        foreach (var reference in type.WithNested().SelectMany(Named).SelectMany(Parts))
        {
            var outermost = Outermost(reference);
            named.TryAdd(outermost.FullName, outermost);
        }

        named.Remove(type.FullName);
        return named.Values;
    }

    public static bool DerivesFrom(this TypeReference type, string fullName)
    {
        try
        {
            for (var at = type.Resolve(); at is not null; at = at.BaseType?.Resolve())
            {
                if (at.FullName == fullName || at.Interfaces.Any(implemented => implemented.InterfaceType.FullName == fullName))
                    return true;
            }
        }
        catch (AssemblyResolutionException)
        {
            // Not loadable here, so nothing that the product derives from.
        }

        return false;
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.GenericParameters.SelectMany(Constraints),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(Named),
            .. Attributes(type).SelectMany(Named),
        ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.GenericParameters.SelectMany(Constraints),
            .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
            .. method.HasBody ? method.Body.ExceptionHandlers.Select(handler => handler.CatchType) : [],
            .. method.Instructions().SelectMany(instruction => Named(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference?> Named(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        MethodReference method =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
        ],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Named(CustomAttribute attribute) =>
        [
            attribute.AttributeType,
            .. attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference),
            .. attribute.Properties.Select(property => property.Argument.Value as TypeReference),
        ];

    private static IEnumerable<CustomAttribute> Attributes(TypeDefinition type) =>
        [
            .. type.CustomAttributes,
            .. type.Fields.SelectMany(field => field.CustomAttributes),
            .. type.Properties.SelectMany(property => property.CustomAttributes),
            .. type.Methods.SelectMany(method => method.CustomAttributes),
            .. type.Methods.SelectMany(method => method.Parameters).SelectMany(parameter => parameter.CustomAttributes),
        ];

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        IModifierType modified => Parts(modified.ModifierType).Concat(Parts(modified.ElementType)),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
