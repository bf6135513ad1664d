using Community.Testing;

namespace Community.Web.Tests.Api;

/// <summary>Within v1 there are only additions. <c>contract-v1.txt</c> says what there is.</summary>
[Collection(nameof(ApiSite))]
public sealed class OnlyAdditionsTests(ApiSite site)
{
    private static readonly string Contract = Path.Combine(TestData.RepositoryRoot, "tests", "Community.Web.Tests", "Api", "contract-v1.txt");

    [Fact]
    public async Task What_programs_rely_on_is_still_there()
    {
        var (contract, now) = await Both();

        var missing = contract.Except(now).ToList();

        Assert.True(missing.Count == 0, "Programs rely on these, so they must come back as they were:\n" + string.Join('\n', missing));
    }

    [Fact]
    public async Task What_is_new_is_written_down()
    {
        var (contract, now) = await Both();

        var added = now.Except(contract).ToList();

        Assert.True(added.Count == 0, $"Add these to {Contract}, in order, and mean it: they can never be taken away within v1.\n" + string.Join('\n', added));
    }

    private async Task<(IReadOnlyList<string> Contract, IReadOnlyList<string> Now)> Both()
    {
        using var document = await ApiOperation.Document(site);
        var contract = await File.ReadAllLinesAsync(Contract, TestContext.Current.CancellationToken);
        return ([.. contract.Where(line => line.Length > 0)], [.. ContractLines.Of(document.RootElement).Order(StringComparer.Ordinal)]);
    }
}
