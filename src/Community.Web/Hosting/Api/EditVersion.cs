using System.Globalization;
using Community.Shared;

namespace Community.Web.Hosting;

/// <summary>The version of a text as an entity tag.</summary>
internal static class EditVersion
{
    public static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that an edit started from. <c>*</c> is none: it would overwrite what its sender has not read.</summary>
    public static Result<int> Of(string? ifMatch)
    {
        if (string.IsNullOrEmpty(ifMatch))
            return Problem.Invalid("If-Match", "if-match-missing");
        return int.TryParse(ifMatch.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : Problem.Conflict("edit-conflict");
    }

    /// <summary>428 where the tag is missing, 412 where it is old, as HTTP has them.</summary>
    public static int? StatusOf(Problem problem) => problem.Code switch
    {
        "if-match-missing" => StatusCodes.Status428PreconditionRequired,
        "edit-conflict" => StatusCodes.Status412PreconditionFailed,
        _ => null,
    };
}
