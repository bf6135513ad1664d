using Community.Members;
using Community.Shared;

namespace Community.Search;

/// <summary>What stands in the entry of each kind of thing.</summary>
internal static class Entries
{
    public static SearchEntry OfPost(SearchablePost post) =>
        Of(SearchKind.Post, post.Id, SearchText.Of(post.Title, PlainText.Of(post.Html)), post.DiscussionId, post.Number, post.AuthorId);

    public static SearchEntry OfTag(long id, string name) => Of(SearchKind.Tag, id, SearchText.Of(name, ""));

    /// <summary>Null for who is nobody any more, and for the speakers of a board, who are told apart within a thread only.</summary>
    public static SearchEntry? OfMember(Member member) =>
        member.State is MemberState.Erased or MemberState.Anonymous ? null : Of(SearchKind.Member, member.Id, SearchText.Of($"{member.DisplayName}\n{member.Handle}", ""));

    private static SearchEntry Of(SearchKind kind, long id, SearchText text, long? discussion = null, int number = 0, long? author = null) => new()
    {
        Id = SearchEntry.IdOf(kind, id),
        Kind = kind,
        DiscussionId = discussion,
        Number = number,
        AuthorId = author,
        Tokens = text.Tokens,
        TitleTokens = text.TitleTokens,
        Length = text.Length,
    };
}
