using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Web.Tests.BadInput;

namespace Community.Web.Tests.Api;

/// <summary>Makes bad calls of one endpoint out of its route and the type of its body.</summary>
internal static partial class Fuzz
{
    private static readonly string[] Values =
    [
        "0", "-1", "1", "00", "9223372036854775807", "9223372036854775808", "99999999999999999999999", "1e3", "0x1", "１", "٣", "null", "undefined", "true", "[]", "{}", "..", "../../etc/passwd", "%2e%2e%2f",
        "%00", "a%00b", "%0d%0aSet-Cookie:a=b", "%E0%A4%A", "%ff%fe", "%ud800", "' or 1=1--", "\" or \"\"=\"", "${7*7}", "{{7*7}}", "<script>alert(1)</script>", "すし", "🍣", "\u202e", "*", "%25", "%", "_", "\\", ";", "a,b", "a b",
    ];

    private static readonly string[] Queries =
        ["?after=", "?after=x", "?after=AAAA", "?after=%00", "?after=AAAAAAAAAAA", "?after=_________w&sort=hot", "?after=f_________________________", "?after=f_________8AAAAAAAAAAA", "?after=f_________8AAAAAAAAAAA&sort=hot", "?after=f_________8AAAAAAAAAAA&sort=rate", "?sort=top&period=1", "?sort=top&period=week&after=x", "?sort=top&period=year&after=f_________8AAAAAAAAAAA", "?status=1", "?status=open&sort=hot", "?status=shipped&after=f_________8AAAAAAAAAAA", "?board=", "?board=%00", "?sort=", "?sort=1", "?sort=nothing", "?sort=hot&sort=new", "?level=", "?level=1", "?level=nothing", "?level=muted&after=x", "?which=7", "?which=staff", "?text=%00", "?text=%F0%9F%8D%A3", "?text=@", "?text=a@b", "?by=%00", "?action=%00", "?reason=%00", "?reason=x", "?a[]=1&a[]=2"];

    private static readonly string[] Bodies =
        ["", " ", "null", "1", "\"x\"", "[]", "[{}]", "{", "{}", "{\"", "{}{}", "{\"a\":1}", "nul", "\u0000", "\uFEFF{}", "{\"\\ud800\":1}", "<a/>", "a=b&c=d", new('[', 200), "{\"a\":" + new string('{', 100), "{" + new string(' ', 100_000) + "}"];

    private static readonly string[] Words = [.. Strings.All.Values, "\u0000", "a\u0000b", "\uD800", "\uDC00x", new('a', 300_000), new('あ', 50_000), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 2_000)), "\r\n\r\n", "> > > > > ", "[quote=1]\n", new('*', 5_000), new('[', 3_000), string.Concat(Enumerable.Repeat("> ", 1_000)) + "x"];

    private static readonly string[] Raw = ["null", "true", "0", "-1", "1.5", "1e400", "99999999999999999999", "[]", "{}", "[null]", "[[]]", "[\"\"]", "[\"\\u0000\"]", "{\"a\":{}}", "\"1\"", "\"unknown\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2024-02-30\"", "\"0001-01-01\"", "\"9999-12-31\""];

    public static IEnumerable<Attempt> Of(string method, string route, Type? body)
    {
        var good = body is null ? null : Good(body);
        foreach (var value in Values)
            yield return new Attempt(method, Fill(route, value), good);
        foreach (var query in Queries)
            yield return new Attempt(method, Fill(route, "1") + query, good);
        yield return new Attempt(method, Fill(route, new string('a', 2_000)), good);
        foreach (var key in (string[])["", "x", "00000000-0000-0000-0000-000000000000", new('f', 5_000), "%00", "ö"])
            yield return new Attempt(method, Fill(route, "1"), good) { Key = key };
        foreach (var tag in (string[])["", "*", "\"\"", "W/\"1\"", "\"1\", \"2\"", "99999999999999", "-1", "ö"])
            yield return new Attempt(method, Fill(route, "1"), good) { Match = tag };
        if (body is null)
            yield break;

        foreach (var text in Bodies)
            yield return new Attempt(method, Fill(route, "1"), text);
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "application/json; charset=utf-16", "application/json; charset=nothing", "application/merge-patch+json"])
            yield return new Attempt(method, Fill(route, "1"), good) { ContentType = type };
        yield return new Attempt(method, Fill(route, "1"), good) { Encoding = Encoding.Unicode };
        yield return new Attempt(method, Fill(route, "1"), good) { Encoding = Encoding.Latin1 };
        foreach (var property in body.GetProperties())
        {
            foreach (var raw in Raw.Concat(Words.Select(Escaped)))
                yield return new Attempt(method, Fill(route, "1"), Good(body, property.Name, raw));
        }
    }

    private static string Fill(string route, string value) => Parameter().Replace(route, Encode(value));

    // What is percent-encoded already stays as it is, right or wrong.
    private static string Encode(string value) => value.Contains('%', StringComparison.Ordinal) ? value : Uri.EscapeDataString(value);

    /// <summary>A body in order, but for one property.</summary>
    private static string Good(Type body, string? bad = null, string? raw = null) =>
        "{" + string.Join(",", body.GetProperties().Select(p => $"\"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}\":{(p.Name == bad ? raw : Value(p.PropertyType))}")) + "}";

    private static string Value(Type type) => type switch
    {
        _ when type == typeof(string) => "\"How does one dry a tent in the rain?\"",
        _ when type.IsEnum => $"\"{JsonNamingPolicy.CamelCase.ConvertName(Enum.GetNames(type)[1])}\"",
        _ when type == typeof(DateTimeOffset) => "\"2999-01-01T00:00:00Z\"",
        _ when type == typeof(int) => "1",
        _ when type == typeof(Community.Client.LocalizedText) => "{\"ja\":\"x\",\"en\":\"x\"}",
        _ => "null",
    };

    // By hand: the serialiser would mend what is to arrive broken.
    private static string Escaped(string text) =>
        "\"" + string.Concat(text.Select(c => c < ' ' || c is '"' or '\\' || char.IsSurrogate(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString())) + "\"";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>One bad call.</summary>
    internal sealed record Attempt(string Method, string Path, string? Body)
    {
        public string? Key { get; init; }

        public string? Match { get; init; }

        public string ContentType { get; init; } = "application/json";

        public Encoding Encoding { get; init; } = Encoding.UTF8;

        public HttpRequestMessage Request(string token)
        {
            var request = new HttpRequestMessage(new HttpMethod(Method), Path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.TryAddWithoutValidation("If-Match", Match ?? "\"1\"");
            if (Key is not null)
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Key);
            if (Body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.GetBytes(Body));
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }

            return request;
        }

        public override string ToString()
        {
            const int enough = 160;
            var text = $"{Method} {Path} {Body} key={Key} match={Match} {ContentType}";
            return text.Length <= enough ? text : $"{text[..enough]}… ({text.Length})";
        }
    }
}
