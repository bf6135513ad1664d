using Community.Web.Ui;

namespace Community.Web.Ideas;

/// <summary>What the team has just done with an idea, as the address says it that they are led to.</summary>
internal static class Decided
{
    public const string Answer = "answer";
    public const string Status = "status";
    public const string Merge = "merge";
    public const string Unmerge = "unmerge";
    public const string Split = "split";
    public const string Move = "move";

    /// <param name="idea">The address of the idea.</param>
    /// <param name="done">What was done.</param>
    /// <param name="of">What was merged into it or with it, or the board that it was moved from.</param>
    public static string At(string idea, string done, string? of = null) => Links.With(idea, ("done", done), ("of", of));
}
