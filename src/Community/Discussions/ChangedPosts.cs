namespace Community.Discussions;

/// <summary>What has changed in a discussion, as a certain reader sees it.</summary>
/// <param name="ChangeNumber">Up to which change this is all.</param>
/// <param name="Posts">In order of their numbers, tombstones among them.</param>
/// <param name="Absent">Numbers of posts that this reader could see and sees nothing of any more.</param>
/// <param name="HasMore">Whether later changes wait to be asked for.</param>
public sealed record ChangedPosts(long ChangeNumber, IReadOnlyList<PostView> Posts, IReadOnlyList<int> Absent, bool HasMore);
