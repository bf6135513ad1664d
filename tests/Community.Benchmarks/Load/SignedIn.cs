using System.Net;
using System.Text.RegularExpressions;

namespace Community.Benchmarks.Load;

/// <summary>Signs a member in as a browser would, and gives the cookie to send.</summary>
internal static partial class SignedIn
{
    public static async Task<string> Cookie(Uri server, string email, string password)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = server };
        var page = await http.GetStringAsync("/account/login");
        var form = Field().Matches(page).Select(m => (Name: Attribute(m.Value, "name"), Type: Attribute(m.Value, "type"), Value: Attribute(m.Value, "value")))
            .Where(f => f.Name.Length > 0)
            .Select(f => KeyValuePair.Create(f.Name, f.Type switch { "password" => password, "email" => email, _ => WebUtility.HtmlDecode(f.Value) }));
        using var response = await http.PostAsync("/account/login", new FormUrlEncodedContent(form));
        return cookies.GetCookies(server)["community"] is { } cookie
            ? $"community={cookie.Value}"
            : throw new InvalidOperationException($"Signing in answered {response.StatusCode} and no cookie.");
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Field();
}
