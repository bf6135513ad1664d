using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Community.Web.Tests.Support;

/// <summary>Somebody with a browser without script: opens pages, fills in their forms, keeps cookies, follows nothing by itself.</summary>
public sealed partial class FormVisitor : IDisposable
{
    private readonly HttpClient client;

    public FormVisitor(string address, string language = "en")
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = Cookies };
        client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    public CookieContainer Cookies { get; } = new();

    public HttpResponseMessage Answer { get; private set; } = new();

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>The page as it was sent.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Where the answer leads, without the host where that is ours.</summary>
    public string? Leads => Answer.Headers.Location is { } to
        ? (to.IsAbsoluteUri && to.Authority == client.BaseAddress!.Authority ? to.PathAndQuery : to.OriginalString)
        : null;

    public IEnumerable<string> CookieNames => Cookies.GetCookies(client.BaseAddress!).Select(c => c.Name).Order(StringComparer.Ordinal);

    public IReadOnlyList<string> Errors => [.. Alert().Matches(Page).Select(m => (m.Groups["text"].Value + m.Groups["notice"].Value).Trim())];

    public async Task<FormVisitor> Open(string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Send(request);
    }

    /// <summary>Opens a page and sends one of its forms with what the page put into it and what is typed.</summary>
    /// <param name="form">The name of the form, where the page has several.</param>
    public async Task<FormVisitor> Fill(string path, IEnumerable<(string Name, string Value)> typed, string? form = null)
    {
        await Open(path);
        return await Post(path, [.. Hidden(form), .. typed]);
    }

    public async Task<FormVisitor> Post(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        return await Send(request);
    }

    /// <summary>Sends a body as it is, such as one that no browser would make of a form.</summary>
    public async Task<FormVisitor> PostRaw(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        return await Send(request);
    }

    /// <summary>Sends a form as one with files is sent.</summary>
    public async Task<FormVisitor> PostParts(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = parts };
        return await Send(request);
    }

    /// <summary>The hidden fields of a form of the page that is open.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden(string? form = null)
    {
        var fields = Form().Matches(Page)
            .Select(m => Input().Matches(m.Value).Select(i => i.Value).Where(i => Attribute(i, "type") == "hidden").Select(i => (Name: Attribute(i, "name") ?? "", Value: Attribute(i, "value") ?? "")).ToList())
            .FirstOrDefault(hidden => form is null ? hidden.Exists(h => h.Name == "_handler") : hidden.Contains(("_handler", form)));
        return fields ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"There is no form {form} on the page ({(int)Status})."));
    }

    /// <summary>What a form needs that no page but an address takes: the token of the page that is open.</summary>
    public IReadOnlyList<(string Name, string Value)> Tokens() => [("__RequestVerificationToken", Value("__RequestVerificationToken") ?? "")];

    /// <summary>What a field of the page holds.</summary>
    public string? Value(string name) => Input().Matches(Page).Select(m => m.Value).Where(i => Attribute(i, "name") == name).Select(i => Attribute(i, "value")).FirstOrDefault();

    /// <summary>What a field of several lines holds; as in a browser, the first line end after its beginning is none of it.</summary>
    public string? Text(string name)
    {
        if (Regex.Match(Page, $"<textarea\\b[^>]*\\sname=\"{Regex.Escape(name)}\"[^>]*>(?<text>[^<]*)</textarea>") is not { Success: true } found)
            return null;
        var text = WebUtility.HtmlDecode(found.Groups["text"].Value);
        return text.StartsWith('\n') ? text[1..] : text;
    }

    public void Dispose() => client.Dispose();

    private async Task<FormVisitor> Send(HttpRequestMessage request)
    {
        // What may be too much is sent once the server wants it: it hangs up on what it has refused.
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1_000_000;
        Answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Page = await Answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return this;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<p class=\"error\"[^>]*>(?<text>[^<]*)</p>|<div class=\"notice bad\".*?<p>(?<notice>[^<]*)</p>", RegexOptions.Singleline)]
    private static partial Regex Alert();
}
