using System.Text.RegularExpressions;
using Community.Testing;
using Community.Web.Hosting;
using Community.Web.Live;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Rights;

/// <summary>What the running host routes and what its pages hold as forms, against the rows of the matrix, both ways.</summary>
public sealed partial class NoDoorForgottenTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var routed = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsDoor).SelectMany(Names).ToHashSet();
        var written = RightsMatrix.Doors.Where(door => door.Form is null).Select(door => door.Name).ToHashSet();

        Assert.Equal([], routed.Except(written).Order());
        Assert.Equal([], written.Except(routed).Order());
    }

    [Fact]
    public void Every_form_has_a_row_and_every_row_a_form()
    {
        var forms = Pages().SelectMany(page => page.Forms).ToHashSet();
        var written = RightsMatrix.Doors.Where(door => door.Method != HubCall.Method).Select(door => door.Form).OfType<string>().ToHashSet();

        Assert.Equal([], forms.Except(written).Order());
        Assert.Equal([], written.Except(forms).Order());
    }

    [Fact]
    public void Every_page_with_a_form_has_its_row_at_one_of_its_addresses()
    {
        var missing = from page in Pages()
                      from form in page.Forms
                      where page.Addresses.Count > 0 && !RightsMatrix.Doors.Any(door => door.Form == form && page.Addresses.Contains(door.Path))
                      select $"{form} at {page.Addresses[0]}";

        Assert.Equal([], missing);
    }

    [Fact]
    public void Every_method_of_the_hub_has_a_row_and_every_row_a_method()
    {
        var methods = typeof(LiveHub).GetMethods().Where(method => method.DeclaringType == typeof(LiveHub) && method.GetBaseDefinition() == method).Select(method => method.Name);

        var written = RightsMatrix.Doors.Where(door => door.Method == HubCall.Method).Select(door => door.Form!).Distinct();

        Assert.Equal(methods.Order(), written.Order());
    }

    [Fact]
    public void Every_endpoint_of_programs_says_the_scope_that_the_matrix_says()
    {
        var said = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => PathOf(endpoint).StartsWith(ApiPath.V1, StringComparison.Ordinal))
            .SelectMany(endpoint => Names(endpoint).Select(name => $"{name} {endpoint.Metadata.GetMetadata<Needs>()?.Scope.ToString().ToLowerInvariant()}".Trim()));

        var written = RightsMatrix.Doors.Where(door => door.Path.StartsWith(ApiPath.V1, StringComparison.Ordinal)).Select(door => $"{door.Name} {door.Scope}".Trim());

        Assert.Equal(written.Distinct().Order(), said.Order());
    }

    // Files are for everybody, and in development those that no build has seen; what Blazor adds besides pages takes no part in the community.
    private static bool IsDoor(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText != "{**path:file}" && !PathOf(endpoint).StartsWith("/_", StringComparison.Ordinal);

    private static IEnumerable<string> Names(RouteEndpoint endpoint)
    {
        // A page answers GET; what it answers to POST is a form of its own row.
        if (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            return [$"GET {PathOf(endpoint)}"];
        if (endpoint.Metadata.GetMetadata<NegotiateMetadata>() is not null)
            return [$"POST {PathOf(endpoint)}"];
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(method => method != "HEAD").Select(method => $"{method} {PathOf(endpoint)}");
    }

    internal static string PathOf(RouteEndpoint endpoint) => Plain("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

    /// <summary>Parameters without their constraints, and in one case: <c>{Number:long}</c> is <c>{number}</c>.</summary>
    private static string Plain(string route) => Parameter().Replace(route, match => $"{{{char.ToLowerInvariant(match.Groups[1].Value[0])}{match.Groups[1].Value[1..]}}}");

    private static IEnumerable<(IReadOnlyList<string> Addresses, IReadOnlyList<string> Forms)> Pages() =>
        from file in Directory.EnumerateFiles(Path.Combine(TestData.RepositoryRoot, "src", "Community.Web"), "*.razor", SearchOption.AllDirectories)
        let text = File.ReadAllText(file)
        let forms = Form().Matches(text).Select(match => match.Groups[1].Value).Select(name => name[0] == '@' ? Constant(text, name[1..]) : name).Distinct().ToList()
        where forms.Count > 0
        select (Route().Matches(text).Select(match => Plain(match.Groups[1].Value)).ToList() as IReadOnlyList<string>, forms as IReadOnlyList<string>);

    private static string Constant(string text, string name) => Regex.Match(text, $"{name} = \"([^\"]+)\"").Groups[1].Value;

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("@formname=\"(@?[A-Za-z-]+)\"")]
    private static partial Regex Form();

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex Route();
}
