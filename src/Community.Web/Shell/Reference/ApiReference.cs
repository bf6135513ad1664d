using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Shell.Reference;

/// <summary>Reads the OpenAPI document for the page about it, once: it changes with the program only.</summary>
internal sealed class ApiReference([FromKeyedServices("v1")] IOpenApiDocumentProvider documents)
{
    private ReferenceBook? book;

    public async Task<ReferenceBook> Read(CancellationToken cancel) => book ??= Of(await documents.GetOpenApiDocumentAsync(cancel));

    private static ReferenceBook Of(OpenApiDocument document)
    {
        var calls = document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(operation => (Tag: operation.Value.Tags?.FirstOrDefault()?.Name, Call: Of(path.Key, operation.Key, operation.Value))))
            .ToLookup(one => one.Tag, one => one.Call);
        return new(
            document.Info.Description ?? "",
            [.. (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => new ReferenceBook.Chapter(tag.Name ?? "", tag.Description ?? "", [.. calls[tag.Name]]))],
            [.. (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Select(schema => Of(schema.Key, schema.Value))]);
    }

    private static Call Of(string path, HttpMethod method, OpenApiOperation operation) => new(
        operation.OperationId ?? "",
        method.Method,
        path,
        operation.Summary ?? "",
        operation.Description ?? "",
        operation.Security is [{ Count: > 0 }],
        [.. (operation.Parameters ?? []).Select(Of)],
        operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } body ? Examples.Body(body) : null,
        [.. (operation.Responses ?? []).Select(reply => Of(reply.Key, reply.Value))]);

    private static Call.Parameter Of(IOpenApiParameter parameter) => new(
        parameter.Name ?? "",
        parameter.In switch { ParameterLocation.Path => "path", ParameterLocation.Header => "header", _ => "query" },
        // An edit without its version is refused, though the document cannot say so of a header.
        parameter.Required || parameter.Name == "If-Match",
        TypeNames.Of(parameter.Schema),
        parameter.Description ?? "");

    private static Call.Reply Of(string status, IOpenApiResponse response) =>
        new(status, response.Description ?? "", response.Content?.Values.FirstOrDefault()?.Schema is { } schema ? TypeNames.Of(schema) : null);

    private static WireType Of(string name, IOpenApiSchema schema) => new(
        name,
        schema.Description ?? "",
        [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(field => new WireType.Field(field.Key, TypeNames.Of(field.Value), TextOf(field.Value)))],
        [.. (schema.Enum ?? []).Select(value => value.ToString())]);

    private static string TextOf(IOpenApiSchema schema) =>
        schema.Description ?? schema.OneOf?.Select(choice => choice.Description).FirstOrDefault(text => text is not null) ?? "";
}
