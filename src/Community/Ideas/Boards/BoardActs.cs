using Community.Shared;

namespace Community.Ideas.Boards;

internal static class BoardActs
{
    public static StaffActed Acted(Actor actor, string action, IdeaBoard board, string? before = null, string? after = null) =>
        new(actor.MemberId, action, new ContentRef(ContentKind.IdeaBoard, board.Id), null, null, before, after);
}
