namespace Community.Web.Tests.Api.RoundTrips;

/// <summary>Names the operations that a test calls through the client and that the host answers with success; both is checked after the test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoesRoundAttribute(params string[] operations) : Attribute
{
    public IReadOnlyList<string> Operations { get; } = operations;
}
