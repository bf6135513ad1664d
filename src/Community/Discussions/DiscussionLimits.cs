namespace Community.Discussions;

public static class DiscussionLimits
{
    /// <summary>Posts on a page; page n is the range of numbers that ends with n times this.</summary>
    public const int PostsPerPage = 20;

    /// <summary>How far back from the newest post the people of a discussion are looked for: the same cost however long it is.</summary>
    public const int ParticipantWindow = 60;

    public static int PageOf(int number) => Math.Max(0, number - 1) / PostsPerPage + 1;

    /// <summary>A page of a live thread goes on for so many posts, so that whoever has it open need not turn it; the next one begins where it always does.</summary>
    public const int PostsOfLivePage = 5 * PostsPerPage;
}
