using System.Text.Json;

namespace Community.Web.Tests.Api;

/// <summary>What programs rely on, one line each: operations with their parameters, bodies and answers, members and names of the schemas.</summary>
internal static class ContractLines
{
    public static IEnumerable<string> Of(JsonElement document)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                foreach (var line in Operation(method.Value))
                    yield return $"{method.Value.GetProperty("operationId").GetString()}: {line}";
                yield return $"{method.Value.GetProperty("operationId").GetString()}: {method.Name.ToUpperInvariant()} {path.Name}";
            }
        }

        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            foreach (var line in Schema(schema.Value))
                yield return schema.Name + line;
        }
    }

    private static IEnumerable<string> Operation(JsonElement operation)
    {
        foreach (var parameter in Items(operation, "parameters"))
            yield return $"{parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()} {Type(parameter.GetProperty("schema"))}{(IsTrue(parameter, "required") ? ", required" : "")}";
        if (operation.TryGetProperty("requestBody", out var body))
            yield return "takes " + Content(body);
        // Refusals are all of one form, and which of them comes is for their code to say.
        foreach (var answer in operation.GetProperty("responses").EnumerateObject().Where(answer => answer.Name.StartsWith('2')))
        {
            yield return $"answers {answer.Name} {Content(answer.Value)}".TrimEnd();
            foreach (var header in Members(answer.Value, "headers"))
                yield return $"answers {answer.Name} with header {header.Name} {Type(header.Value.GetProperty("schema"))}";
        }
    }

    private static IEnumerable<string> Schema(JsonElement schema)
    {
        var required = Items(schema, "required").Select(name => name.GetString()).ToHashSet();
        foreach (var name in Items(schema, "enum"))
            yield return $" = {name}";
        foreach (var member in Members(schema, "properties"))
            yield return $".{member.Name} {Type(member.Value)}{(required.Contains(member.Name) ? ", required" : "")}";
    }

    private static string Content(JsonElement of) => string.Join(" ", Members(of, "content").Select(content => Type(content.Value.GetProperty("schema"))));

    private static string Type(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("oneOf", out var one))
            return string.Join(" or ", one.EnumerateArray().Select(Type));
        if (!schema.TryGetProperty("type", out var type))
            return "anything";
        var name = type.ValueKind == JsonValueKind.String ? type.GetString()! : string.Join(" or ", type.EnumerateArray().Select(t => t.GetString()).OrderBy(t => t == "null"));
        if (schema.TryGetProperty("items", out var items))
            return $"{name} of {Type(items)}";
        return schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object ? $"{name} of {Type(values)}" : name;
    }

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Members(JsonElement of, string name) => of.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

    private static bool IsTrue(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
