using System.Globalization;

namespace Community.Discussions.Contract;

/// <summary>Where a draft is written: <c>reply:{discussion}</c>, <c>topic:{forum}</c>, <c>idea:{board}</c> or <c>edit:{post}</c>. A member has one draft for each.</summary>
public readonly record struct DraftPlace(DraftKind Kind, long Id)
{
    public static DraftPlace Reply(long discussionId) => new(DraftKind.Reply, discussionId);

    public static DraftPlace Topic(long forumId) => new(DraftKind.Topic, forumId);

    public static DraftPlace Edit(long postId) => new(DraftKind.Edit, postId);

    public static DraftPlace Idea(long boardId) => new(DraftKind.Idea, boardId);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is something else.</summary>
    public static DraftPlace? Read(string? text)
    {
        if (text?.Split(':') is not [var kind, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        return Kinds.FirstOrDefault(k => NameOf(k) == kind, (DraftKind)(-1)) is var known && Enum.IsDefined(known) ? new(known, id) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Kind)}:{Id}");

    private static readonly DraftKind[] Kinds = Enum.GetValues<DraftKind>();

    private static string NameOf(DraftKind kind) => kind.ToString().ToLowerInvariant();
}
