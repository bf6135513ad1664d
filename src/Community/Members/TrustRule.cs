namespace Community.Members;

/// <summary>
/// What makes a new member a trusted one. After Discourse's first level (read, stay, take part), told from what is recorded here:
/// somebody who came back after a day, wrote a few times, and was welcome at least once.
/// </summary>
public sealed record TrustRule(TimeSpan Age, int Posts, int ReactionsReceived)
{
    public static readonly TrustRule ToMember = new(TimeSpan.FromDays(1), Posts: 3, ReactionsReceived: 1);

    public bool IsMet(Member member, DateTimeOffset now) =>
        now - member.JoinedAt >= Age && member.PostCount >= Posts && member.ReactionsReceived >= ReactionsReceived;
}
