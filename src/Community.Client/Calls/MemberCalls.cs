namespace Community.Client;

/// <summary>Who the others are; how the staff finds them is at <see cref="ModerationCalls"/>, what they wrote at <see cref="PostCalls"/>.</summary>
public sealed class MemberCalls
{
    private readonly Sender sender;

    internal MemberCalls(Sender sender) => this.sender = sender;

    /// <summary>One member.</summary>
    /// <param name="handle">In any case, without <c>@</c>.</param>
    /// <param name="cancel">Ends the call.</param>
    public Task<Member> ReadMember(string handle, CancellationToken cancel = default) =>
        sender.Get(Address.Of($"members/{handle}"), ClientJson.Default.Member, cancel);
}
