using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Community.ArchitectureTests.Reading;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Community.ArchitectureTests.Rules;

/// <summary>
/// What components write, read from what the Razor compiler made of them: no text that nobody can translate, no style
/// on an element, and no markup from a variable but in Ui/MarkdownBody.
/// </summary>
internal static class Markup
{
    private const string Builder = "Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder";
    private const string MarkupString = "Microsoft.AspNetCore.Components.MarkupString";
    private const string MarkdownBody = "Community.Web.Ui.MarkdownBody";

    private static readonly HashSet<string> SpokenAttributes =
        new(["title", "aria-label", "aria-description", "placeholder", "alt", "label", "text", "AriaLabel"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> LiteralTexts(ModuleDefinition module, IReadOnlySet<string> allowed) =>
        from written in module.OwnTypes().SelectMany(Written)
        from text in Texts(written)
        let trimmed = text.Trim()
        where trimmed.Any(char.IsLetter) && !allowed.Contains(trimmed)
        select $"{written.By} writes \"{trimmed}\"";

    public static IEnumerable<string> StyleAttributes(ModuleDefinition module) =>
        from written in module.OwnTypes().SelectMany(Written)
        where written.Attribute == "style" || (written.IsMarkup && Elements(written.Literal).Any(element => element.HasAttribute("style")))
        select $"{written.By} styles an element in place";

    public static IEnumerable<string> UncheckedMarkup(ModuleDefinition module) =>
        from type in module.OwnTypes()
        where type.FullName != MarkdownBody
        where type.NamedTypes().Any(named => named.FullName == MarkupString) || Written(type).Any(written => written is { IsMarkup: true, Literal: null })
        select $"{type.FullName} writes markup that is not its own";

    private sealed record Piece(string By, string? Attribute, string? Literal, bool IsMarkup, bool IsContent);

    private static IEnumerable<Piece> Written(TypeDefinition type) =>
        from method in type.AllMethods()
        from instruction in method.Instructions()
        let call = instruction.Operand as MethodReference
        where call?.DeclaringType.FullName == Builder
        let piece = Read(type.FullName, call.Name, instruction)
        where piece is not null
        select piece;

    private static Piece? Read(string by, string call, Instruction at)
    {
        var literal = Value(at.Previous, out var before);
        return call switch
        {
            "AddMarkupContent" => new(by, null, literal, IsMarkup: true, IsContent: false),
            "AddContent" => new(by, null, literal, IsMarkup: false, IsContent: true),
            "AddAttribute" or "AddComponentParameter" => new(by, literal is null ? NameBefore(at) : before?.Operand as string, literal, IsMarkup: false, IsContent: false),
            _ => null,
        };
    }

    /// <summary>The text that stands in the source as the last argument, or nothing where it is worked out.</summary>
    private static string? Value(Instruction last, out Instruction? before)
    {
        // A component's parameter goes through RuntimeHelpers.TypeCheck.
        if (last.Operand is MethodReference { Name: "TypeCheck" })
            last = last.Previous;

        before = last.Previous;
        return last.OpCode == OpCodes.Ldstr ? (string)last.Operand : null;
    }

    // The name of a worked-out attribute stands some way back, after the sequence number.
    private static string? NameBefore(Instruction at)
    {
        for (var back = at.Previous; back?.Previous is not null && back.Operand is not MethodReference { DeclaringType.FullName: Builder }; back = back.Previous)
        {
            if (back.OpCode == OpCodes.Ldstr && back.Previous.OpCode.Code.ToString().StartsWith("Ldc_I4", StringComparison.Ordinal) && (string)back.Operand == "style")
                return "style";
        }

        return null;
    }

    private static IEnumerable<string> Texts(Piece written) => written switch
    {
        { Literal: null } => [],
        { IsContent: true } => [written.Literal],
        { IsMarkup: true } => Elements(written.Literal).SelectMany(Spoken),
        _ => written.Attribute is { } name && SpokenAttributes.Contains(name) ? [written.Literal] : [],
    };

    private static IEnumerable<string> Spoken(IElement element) =>
        [
            .. element.LocalName is "script" or "style" ? [] : element.ChildNodes.OfType<IText>().Select(text => text.Data),
            .. element.Attributes.Where(attribute => SpokenAttributes.Contains(attribute.Name)).Select(attribute => attribute.Value),
        ];

    private static IEnumerable<IElement> Elements(string? html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html ?? "";
        return [body, .. body.QuerySelectorAll("*")];
    }
}
