using Community.Shared;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Community.Web.Hosting;

/// <summary>
/// The framework takes no form that holds U+0000 and answers without a word. Such a form is read here without the
/// character, and its page told which fields had it, so that the form comes back with the rest of what was typed.
/// </summary>
internal sealed class FormsWithNul(RequestDelegate next, IOptions<FormOptions> limits)
{
    private static readonly Problem TooLarge = new(ProblemKind.Invalid, "too-large");
    private const int KeptInMemory = 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not null && HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && await Typed(http) is { } typed && typed.Any(HasNul))
        {
            if (http.GetEndpoint()!.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
            {
                await new ProblemAnswer(new Problem(ProblemKind.Invalid, NulFields.Code)).ExecuteAsync(http);
                return;
            }

            http.Features.Set(new NulFields(typed.Where(HasNul).Select(field => Without(field.Key)).ToHashSet(StringComparer.Ordinal)));
            http.Features.Set<IFormFeature>(new FormFeature(Cleaned(typed)));
        }

        // The page about it is rendered in a second run through here, with GET.
        if (http.Features.Get<Problem>() == TooLarge && HttpMethods.IsPost(http.Request.Method))
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else
            await next(http);
    }

    /// <summary>The fields as they were sent; null where the form cannot be read for another reason, which is told by whoever reads it next.</summary>
    private async Task<IEnumerable<KeyValuePair<string, StringValues>>?> Typed(HttpContext http)
    {
        http.Request.EnableBuffering(KeptInMemory);
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            http.Request.Body.Position = 0;
            using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
            var body = await reader.ReadToEndAsync(http.RequestAborted);
            return body.Contains("%00", StringComparison.Ordinal) && body.AsSpan().Count('&') < limits.Value.ValueCountLimit ? QueryHelpers.ParseQuery(body) : null;
        }
        catch (IOException failure)
        {
            if (failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
                http.Features.Set(TooLarge);
            return null;
        }
    }

    private static FormCollection Cleaned(IEnumerable<KeyValuePair<string, StringValues>> typed)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in typed)
            fields.TryAdd(Without(name), new StringValues([.. values.Select(value => Without(value ?? ""))]));
        return new FormCollection(fields);
    }

    private static bool HasNul(KeyValuePair<string, StringValues> field) => field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') == true);

    private static string Without(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
