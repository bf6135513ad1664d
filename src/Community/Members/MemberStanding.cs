using Community.Data;
using Community.Discussions.Contract;
using Community.Shared;

namespace Community.Members;

/// <summary>Keeps what a member is shown to have, and the trust that follows from it, in step with the discussions.</summary>
internal sealed class MemberStanding(TimeProvider time) : IHandle<PostWritten>, IHandle<PostStateChanged>, IHandle<ReactionChanged>
{
    public async Task Handle(PostWritten happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.IsVisible && await db.Members.FindAsync([happened.AuthorId], cancel) is { } author)
            Count(author, happened.SubjectKind, happened.Number, 1);
    }

    public async Task Handle(PostStateChanged happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.WasVisible == happened.IsVisible || happened.AuthorId is not { } id || await db.Members.FindAsync([id], cancel) is not { } author)
            return;
        if (happened is { WasHeld: true, IsVisible: true })
            author.FirstPostApprovedAt ??= time.GetUtcNow();
        Count(author, happened.SubjectKind, happened.Number, happened.IsVisible ? 1 : -1);
    }

    public async Task Handle(ReactionChanged happened, CommunityDb db, CancellationToken cancel)
    {
        if (happened.AuthorId is not { } id || await db.Members.FindAsync([id], cancel) is not { } author)
            return;
        author.ReactionsReceived += (happened.Given is null ? 0 : 1) - (happened.TakenBack is null ? 0 : 1);
        Promote(author);
    }

    private void Count(Member author, ContentKind subject, int number, int by)
    {
        author.PostCount += by;
        if (subject == ContentKind.Topic && number == 1)
            author.TopicCount += by;
        Promote(author);
    }

    // Trust is earned and stays: a hidden post costs the post, and what follows from it is for people to decide.
    private void Promote(Member author)
    {
        if (author.Trust == TrustLevel.New && TrustRule.ToMember.IsMet(author, time.GetUtcNow()))
            author.Trust = TrustLevel.Member;
    }
}
