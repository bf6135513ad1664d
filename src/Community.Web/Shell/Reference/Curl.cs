using System.Text;

namespace Community.Web.Shell.Reference;

/// <summary>A call as a command for a shell in which <c>COMMUNITY</c> is the site's address and <c>TOKEN</c> the token.</summary>
internal static class Curl
{
    private const string NextLine = " \\\n  ";

    public static string Of(Call call)
    {
        var command = new StringBuilder("curl ");
        if (call.Method != "GET")
            command.Append("-X ").Append(call.Method).Append(' ');
        command.Append("\"$COMMUNITY").Append(call.Path).Append('"');
        command.Append(NextLine).Append("-H \"Authorization: Bearer $TOKEN\"");
        foreach (var header in call.Parameters.Where(parameter => parameter is { Place: "header", IsRequired: true }))
            command.Append(NextLine).Append("-H '").Append(header.Name).Append(": \"1\"'");
        if (call.Body is { } body)
            command.Append(NextLine).Append("-H \"Content-Type: application/json\"").Append(NextLine).Append("-d '").Append(body.OnOneLine).Append('\'');
        return command.ToString();
    }
}
