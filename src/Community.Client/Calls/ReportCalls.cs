namespace Community.Client;

/// <summary>What a moderator should look at. Needs a token with the scope <c>write</c>.</summary>
public sealed class ReportCalls
{
    private readonly Sender sender;

    internal ReportCalls(Sender sender) => this.sender = sender;

    /// <summary>Tells the moderators of a post.</summary>
    /// <param name="postId">Which one.</param>
    /// <param name="report">What is wrong with it.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first report.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">409 <c>report-open</c> where the member has reported it already; 429 where they report too often.</exception>
    public Task<GivenReport> ReportPost(string postId, NewReport report, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"posts/{postId}/reports"), report, ClientJson.Default.NewReport, ClientJson.Default.GivenReport, key, cancel);

    /// <summary>Tells the moderators of a member.</summary>
    /// <param name="handle">Who it is.</param>
    /// <param name="report">What is wrong with them.</param>
    /// <param name="key">Made by the caller where the call may be made again in another run of the program: the same key again returns the first report.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="CommunityApiException">409 <c>report-open</c> where the member has reported them already; 429 where they report too often.</exception>
    public Task<GivenReport> ReportMember(string handle, NewReport report, Guid? key = null, CancellationToken cancel = default) =>
        sender.Create(Address.Of($"members/{handle}/reports"), report, ClientJson.Default.NewReport, ClientJson.Default.GivenReport, key, cancel);
}
