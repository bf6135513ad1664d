using Microsoft.OpenApi;

namespace Community.Web.Shell.Reference;

/// <summary>Says a schema in words.</summary>
internal static class TypeNames
{
    private const string OrNull = " or null";

    public static TypeName Of(IOpenApiSchema? schema) => schema switch
    {
        null => new("", null, "anything"),
        OpenApiSchemaReference { Reference.Id: { } name } => new("", name, ""),
        { OneOf: { Count: > 0 } choices } => OneOf(choices),
        _ => OfPlain(schema),
    };

    private static TypeName OneOf(IList<IOpenApiSchema> choices)
    {
        var type = Of(choices.FirstOrDefault(choice => choice is OpenApiSchemaReference || choice.Type != JsonSchemaType.Null));
        return choices.Any(choice => choice is not OpenApiSchemaReference && choice.Type == JsonSchemaType.Null) ? type with { After = type.After + OrNull } : type;
    }

    private static TypeName OfPlain(IOpenApiSchema schema)
    {
        var type = schema.Type ?? default;
        var end = type.HasFlag(JsonSchemaType.Null) ? OrNull : "";
        if (type.HasFlag(JsonSchemaType.Array))
            return Within("list of ", Of(schema.Items), end);
        if (schema.AdditionalProperties is { } values)
            return Within("map of name to ", Of(values), end);
        return new("", null, Word(type & ~JsonSchemaType.Null, schema) + end);
    }

    private static TypeName Within(string before, TypeName inner, string end) => new(before + inner.Before, inner.Name, inner.After + end);

    private static string Word(JsonSchemaType type, IOpenApiSchema schema) => (type, schema.Format) switch
    {
        (JsonSchemaType.String, "date-time") => "time",
        (JsonSchemaType.String, { } other) => other,
        (JsonSchemaType.String, _) when schema.MaxLength is { } most => FormattableString.Invariant($"text of {(schema.MinLength is { } least ? $"{least} to" : "at most")} {most} characters"),
        (JsonSchemaType.String, _) => "text",
        (JsonSchemaType.Boolean, _) => "true or false",
        (JsonSchemaType.Integer, _) => "whole number",
        (JsonSchemaType.Number, _) => "number",
        _ => "anything",
    };
}
