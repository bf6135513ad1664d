using Community.Members;
using Community.Shared;

namespace Community.Web.Tests.Rights;

/// <summary>Somebody of one column of the matrix: in a browser with a cookie, and as a program with the widest token that they can have.</summary>
internal sealed class Persona(char sign, HttpClient browser, Actor actor, TokenScope scope, string? token)
{
    public char Sign { get; } = sign;

    public Actor Actor { get; } = actor;

    public TokenScope Scope { get; } = scope;

    public string? Token { get; } = token;

    public HttpClient Browser { get; } = browser;

    /// <summary>What a form needs besides its fields; null until the persona has seen a page with a form.</summary>
    public string? FormToken { get; set; }
}
