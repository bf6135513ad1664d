using System.Text.Json;
using System.Text.RegularExpressions;

namespace Community.Web.Tests.Api;

/// <summary>An operation of the OpenAPI document.</summary>
public sealed record ApiOperation(string Id, string Tag, string Method, string Path)
{
    // Names stand where numbers do: /ideas/roadmap is no idea.
    private readonly Regex pattern = new("^" + Regex.Replace(Regex.Escape(Path), @"\\\{([^}]+)}", name => name.Groups[1].Value == "number" ? "[-+]?[0-9]+" : "[^/]+") + "$");

    public bool Is(string method, string path) => method == Method && pattern.IsMatch(path);

    public static async Task<IReadOnlyList<ApiOperation>> Of(ApiSite site)
    {
        using var document = await Document(site);
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select new ApiOperation(
                   method.Value.GetProperty("operationId").GetString()!,
                   method.Value.GetProperty("tags")[0].GetString()!,
                   method.Name.ToUpperInvariant(),
                   path.Name),
        ];
    }

    public static async Task<JsonDocument> Document(ApiSite site)
    {
        using var http = new HttpClient();
        return JsonDocument.Parse(await http.GetByteArrayAsync(site.Address + "/openapi/v1.json", TestContext.Current.CancellationToken));
    }
}
