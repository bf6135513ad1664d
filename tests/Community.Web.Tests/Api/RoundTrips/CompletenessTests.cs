using System.Reflection;
using Community.Client;

namespace Community.Web.Tests.Api.RoundTrips;

public sealed class CompletenessTests(ApiSite site) : RoundTrip(site)
{
    [Fact, GoesRound]
    public async Task Every_operation_has_a_method_of_its_name_in_the_group_of_its_tag()
    {
        var operations = await ApiOperation.Of(Site);

        var methods = from operation in operations
                      let calls = typeof(CommunityClient).GetProperty(operation.Tag)?.PropertyType.GetMethod(operation.Id)
                      where calls is null || calls.GetParameters()[^1].ParameterType != typeof(CancellationToken)
                      select $"{operation.Tag}.{operation.Id}";

        Assert.Empty(methods);
    }

    [Fact, GoesRound]
    public void Every_list_in_pages_has_a_method_that_walks_them()
    {
        var groups = typeof(CommunityClient).GetProperties().Select(property => property.PropertyType).ToList();

        var lists = groups.SelectMany(group => group.GetMethods()).Where(method => method.ReturnType.ToString().Contains("Client.Page`1", StringComparison.Ordinal));
        var walks = groups.SelectMany(group => group.GetMethods()).Where(method => method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal));

        Assert.Equal(lists.Select(ItemOf).Order(), walks.Select(ItemOf).Order());

        static string ItemOf(MethodInfo method) => $"{method.DeclaringType!.Name} {method.ReturnType.ToString().TrimEnd(']').Split('[')[^1]}";
    }

    [Fact, GoesRound]
    public async Task Every_operation_goes_round_in_a_test()
    {
        var operations = await ApiOperation.Of(Site);

        var gone = typeof(CompletenessTests).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttribute<GoesRoundAttribute>()?.Operations ?? []);

        Assert.Equal(operations.Select(operation => operation.Id).Order(), gone.Distinct().Order());
    }
}
