namespace Community.Web.Tests.BadInput;

/// <summary>Twenty things that somebody may type into any field.</summary>
internal static class Strings
{
    /// <summary>Half of a surrogate pair, which only a body written by hand can carry, as the bytes ED A0 80.</summary>
    public const char LoneSurrogate = '\uD800';

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["empty"] = "",
        ["white space"] = " \t\u3000\u00A0 ",
        ["zero width"] = "\u200B\u200C\u200D\u2060\uFEFF",
        ["bidi override"] = "abc \u202Etxt.exe\u202C def",
        ["nul"] = "before\0after",
        ["lone surrogate"] = $"before{LoneSurrogate}after",
        ["nested brackets"] = new string('[', 50_000) + new string(']', 50_000),
        ["wide table"] = $"{Row("a")}\n{Row("-")}\n{Row("b")}",
        ["a megabyte"] = new string('a', 1024 * 1024),
        ["nested quotes"] = new string('>', 5_000) + " deep down",
        ["script"] = "<script>alert(1)</script>",
        ["attribute"] = "\"><img src=x onerror=alert(1)>",
        ["sql"] = "'; DROP TABLE members; --",
        ["expression"] = "${7*7} #{7*7}",
        ["template"] = "{{7*7}} @(7*7)",
        ["emoji"] = "👩‍👩‍👧‍👦 🏳️‍🌈 👨🏽‍🚀",
        ["zalgo"] = string.Concat("zalgo".Select(c => c + string.Concat(Enumerable.Repeat("\u0300\u0301\u0316", 8)))),
        ["header"] = "x\r\nSet-Cookie: crlf=injection\r\n\r\nbody",
        ["arabic"] = "مرحبا بالعالم، كيف الحال؟",
        ["path"] = "../../../../etc/passwd",
    };

    /// <summary>A form body. Nothing but the lone surrogate differs from what a browser sends.</summary>
    public static string Encoded(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(field =>
        $"{Uri.EscapeDataString(field.Name)}={string.Join("%ED%A0%80", field.Value.Split(LoneSurrogate).Select(Uri.EscapeDataString))}"));

    private static string Row(string cell) => $"|{string.Concat(Enumerable.Repeat(cell + "|", 10_000))}";
}
