using System.Text.Json;

namespace Community.Web.Tests.Api;

/// <summary>Which statuses the OpenAPI document gives for each operation.</summary>
internal sealed class DocumentedAnswers
{
    private readonly List<(ApiOperation Operation, HashSet<int> Statuses)> operations = [];

    private DocumentedAnswers()
    {
    }

    public static async Task<DocumentedAnswers> Of(string address)
    {
        using var http = new HttpClient();
        using var document = JsonDocument.Parse(await http.GetByteArrayAsync(address + "/openapi/v1.json", TestContext.Current.CancellationToken));
        var answers = new DocumentedAnswers();
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
            {
                var operation = new ApiOperation(method.Value.GetProperty("operationId").GetString()!, "", method.Name.ToUpperInvariant(), path.Name);
                answers.operations.Add((operation, [.. method.Value.GetProperty("responses").EnumerateObject().Select(answer => int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture))]));
            }
        }

        return answers;
    }

    /// <returns>The operation that gave an answer which the document does not know of it; null where it does, or where there is no such operation.</returns>
    public string? Missing(HttpResponseMessage answer)
    {
        var (method, path) = (answer.RequestMessage!.Method.Method, answer.RequestMessage.RequestUri!.AbsolutePath);
        var found = operations.FirstOrDefault(one => one.Operation.Is(method, path));
        return found.Operation is null || found.Statuses.Contains((int)answer.StatusCode) ? null : found.Operation.Id;
    }
}
