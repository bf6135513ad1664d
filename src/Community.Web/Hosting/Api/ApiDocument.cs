using System.Text.Json.Nodes;
using Community.Shared.Site;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Community.Web.Hosting;

/// <summary>What the OpenAPI document says beyond what follows from the endpoints: who may ask, how calls fail, what names mean.</summary>
internal static class ApiDocument
{
    public const string Address = "/openapi/v1.json";
    private const string Token = "token";
    private const string Problem = "Problem";

    private static readonly (string Name, string Text)[] Tags =
    [
        ("Forums", "The places that topics stand in."),
        ("Topics", "What people talk about, and its tags."),
        ("Posts", "What they say."),
        ("Ideas", "What they say should exist, and who backs it."),
        ("Reactions", "What others make of it."),
        ("Members", "Who they are."),
        ("Search", "How to find any of it."),
        ("Me", "Whom a token acts for."),
        ("Reports", "What should be looked at."),
        ("Moderation", "What the staff does about it. Everything here needs a token with the scope `staff` and the role for it, and is logged."),
    ];

    private static readonly Dictionary<string, string> Parameters = new(StringComparer.Ordinal)
    {
        ["slug"] = "The forum's, out of its address.",
        ["board"] = "The board's slug, out of its address.",
        ["period"] = "With `sort=top`, what counts: `week`, `month` or `year`; without it, all time.",
        ["status"] = "Only ideas with this status, the latest to get there first; not together with `sort`.",
        ["number"] = "The public number, out of the address or the list.",
        ["id"] = "The opaque id.",
        ["key"] = "The tag's key, out of its address.",
        ["handle"] = "The member's, in any case.",
        ["version"] = "The number of the text in its post's history.",
        ["after"] = "The cursor `next` of the page before; without it, the first page.",
        ["sort"] = "The order: `latest` (as it is without), `newest`, `hot` or `unanswered`.",
        ["ListIdeas.sort"] = "The order of open ideas: `hot` (as it is without), `top`, `new`, `discussed`, `waiting` (for an official answer) or `rate` (the share of those who saw it).",
        ["q"] = "What is looked for; more than 300 characters are cut.",
        ["scope"] = "`topics` (as it is without; by their title and first post), `posts`, `tags` or `members`.",
        ["order"] = "`relevance` (as it is without) or `newest`.",
        ["which"] = "`everybody` (as it is without), `suspended` or `staff`.",
        ["level"] = "`watching` (as it is without), `tracking`, `muted` or, for topics taken out of what is said of their forum and tags, `normal`.",
        ["kind"] = "`topic`, `forum`, `tag` or `idea`.",
        ["text"] = "The beginning of a handle; for administrators also a whole e-mail address.",
        ["by"] = "Only what the member with this handle did.",
        ["action"] = "Only this action, such as `hide-post`.",
        ["Idempotency-Key"] = "A UUID of your own making: the same key again for the same does nothing and returns the first result, for something else it is refused. Keys are kept for as long as what they made.",
        ["If-Match"] = "The entity tag of the version that the edit started from.",
    };

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<ApiLengths>();
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith(ApiPath.V1, StringComparison.Ordinal);
            options.AddSchemaTransformer(Names);
            options.AddSchemaTransformer(Lengths);
            options.AddOperationTransformer(Complete);
            options.AddDocumentTransformer(Describe);
        });
    }

    /// <summary>Enumerations are names on the wire.</summary>
    private static Task Names(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var optional = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
        var type = optional ?? context.JsonTypeInfo.Type;
        // The framework leaves out what a list holds where a converter of ours writes it.
        if (schema.Type == JsonSchemaType.Array && context.JsonTypeInfo.ElementType is { IsEnum: true } item)
            Name(schema.Items as OpenApiSchema ?? (OpenApiSchema)(schema.Items = new OpenApiSchema()), item);
        if (!type.IsEnum)
            return Task.CompletedTask;
        Name(schema, type);
        // What stands here by itself and not as a reference says itself that it may be left empty.
        if (optional is not null && context.JsonPropertyInfo is { AssociatedParameter.HasDefaultValue: true })
        {
            schema.Type |= JsonSchemaType.Null;
            schema.Enum!.Add(JsonNullSentinel.JsonNull);
        }

        return Task.CompletedTask;
    }

    private static void Name(OpenApiSchema schema, Type type)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(type).Where(name => name != "Unknown").Select(name => (JsonNode)System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name))];
    }

    private static Task Lengths(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (context.JsonPropertyInfo is { } property)
            context.ApplicationServices.GetRequiredService<ApiLengths>().Tell(schema, property);
        return Task.CompletedTask;
    }

    private static async Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblemDetails), null, cancel);
        context.Document!.AddComponent(Problem, problem);
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Description ??= Parameters.GetValueOrDefault($"{operation.OperationId}.{parameter.Name}") ?? Parameters.GetValueOrDefault(parameter.Name ?? "");

        var needs = context.Description.ActionDescriptor.EndpointMetadata.OfType<Needs>().LastOrDefault();
        var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] };
        operation.Security = needs is null ? [token, new OpenApiSecurityRequirement()] : [token];
        if (needs is not null)
            operation.Description += $" Needs a token with the scope `{needs.Scope.ToString().ToLowerInvariant()}`.";
        operation.Responses ??= [];
        foreach (var (status, text) in ApiRefusals.Of(operation, context.Description, needs))
            operation.Responses[status] = Refusal(text, context.Document);
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<GivesVersion>().Any())
            Tag(operation.Responses);
    }

    private static void Tag(OpenApiResponses responses)
    {
        foreach (var response in responses.Where(response => response.Key.StartsWith('2')).Select(response => response.Value).OfType<OpenApiResponse>())
        {
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = new OpenApiHeader { Description = "The version of the text, for the `If-Match` of an edit.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
        }
    }

    private static OpenApiResponse Refusal(string text, OpenApiDocument document) => new()
    {
        Description = text,
        Content = new Dictionary<string, OpenApiMediaType> { [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(Problem, document) } },
    };

    private static async Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var site = await context.ApplicationServices.GetRequiredService<SiteCache>().Get(cancel);
        // Made of the Host header, which may be anything.
        var asked = document.Servers?.FirstOrDefault()?.Url?.TrimEnd('/');
        var origin = Uri.TryCreate(asked, UriKind.Absolute, out _) ? asked : "http://localhost";
        document.Servers = [new OpenApiServer { Url = origin }];
        document.Info = new OpenApiInfo
        {
            Title = $"{site.Name} API",
            Version = "v1",
            Description = """
                The forums and ideas of this community for programs. A call with a token of `/me/tokens` acts for its member; a few calls read what everybody may read, without one.
                Ids are opaque texts. Lists come in pages: send `next` back as `after`. What is refused comes as problem details whose `code` stays as it is.
                Its sentence comes in the language of `Accept-Language`, `ja` or `en`; without one in the member's, else the community's. Lengths count what people see as one character.
                An address that does not take a method answers 405 `no-such-method`.
                What asks a member for their password, or shows a secret, stays on the pages: password, e-mail address, new tokens, the download of one's data, and erasure.
                Within v1 there are only additions, so ignore what you do not know.
                """.ReplaceLineEndings(" "),
            TermsOfService = new Uri(origin + "/terms"),
            Contact = new OpenApiContact { Name = site.Name, Url = new Uri(origin + "/") },
            License = new OpenApiLicense { Name = "The terms of the community", Url = new Uri(origin + "/terms") },
        };
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Text }));
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token of /me/tokens." },
        };
    }
}
