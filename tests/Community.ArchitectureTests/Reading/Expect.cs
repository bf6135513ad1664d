namespace Community.ArchitectureTests.Reading;

internal static class Expect
{
    /// <summary>Fails with every breach on a line of its own, so that one run shows all that is to be done.</summary>
    public static void NoBreach(IEnumerable<string> breaches)
    {
        var all = breaches.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
            Assert.Fail($"{all.Count} broken:\n{string.Join('\n', all)}");
    }

    /// <summary>Fails unless something is found and each finding names the culprit.</summary>
    public static void Breach(string culprit, IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.NotEmpty(all);
        Assert.All(all, breach => Assert.Contains(culprit, breach, StringComparison.Ordinal));
    }
}
