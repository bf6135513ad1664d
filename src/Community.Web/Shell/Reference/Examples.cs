using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Community.Web.Shell.Reference;

/// <summary>Makes a body out of its schema, with every value that it may have.</summary>
internal static class Examples
{
    private const int Deepest = 6;

    // Read by people and typed into shells: no escapes but those that JSON asks for.
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Lines = new(OneLine) { WriteIndented = true };

    public static Call.Sample Body(IOpenApiSchema schema)
    {
        var example = Of(schema, 0);
        return new(TypeNames.Of(schema), Text(example, Lines), Text(example, OneLine));
    }

    private static string Text(JsonNode? example, JsonSerializerOptions how) => example?.ToJsonString(how) ?? "null";

    private static JsonNode? Of(IOpenApiSchema schema, int depth)
    {
        if (depth > Deepest)
            return null;
        if (schema.OneOf is { Count: > 0 } choices)
            return choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) is { } choice ? Of(choice, depth + 1) : null;
        if (schema.Enum is [{ } first, ..])
            return first.DeepClone();
        var type = (schema.Type ?? default) & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Array => new JsonArray(schema.Items is null ? null : Of(schema.Items, depth + 1)),
            JsonSchemaType.Object => new JsonObject((schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(one => KeyValuePair.Create(one.Key, Of(one.Value, depth + 1)))),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer or JsonSchemaType.Number => 1,
            JsonSchemaType.String when schema.Format == "date-time" => "2027-01-01T00:00:00Z",
            JsonSchemaType.String when schema.Format == "date" => "2027-01-01",
            JsonSchemaType.String => "text",
            _ => null,
        };
    }
}
