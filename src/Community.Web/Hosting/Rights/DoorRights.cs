namespace Community.Web.Hosting;

/// <summary>Who may open one door.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">As it is routed, without the constraints of its parameters.</param>
/// <param name="Form">The name of a page's form; of a method of the hub; null for the page itself and for endpoints.</param>
/// <param name="Case">On what, where the rights depend on that.</param>
/// <param name="Rights">In the order of <see cref="RightsMatrix.Persons"/>.</param>
/// <param name="Scope">What a program's token needs besides; null for people.</param>
public sealed record DoorRights(string Method, string Path, string? Form, string? Case, IReadOnlyList<Right> Rights, string? Scope)
{
    public string Name => $"{Method} {Path}{(Form is null ? "" : " #" + Form)}";
}
