using Community.Search;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Community.Web.Search;

public sealed partial class SearchPage(SearchContent content, SearchLimit limit, IStringLocalizer<SearchTexts> texts)
{
    // The usual ones have the plain address.
    private static readonly (SearchScope Scope, string? Value)[] Scopes = [(SearchScope.Topics, null), (SearchScope.Ideas, "ideas"), (SearchScope.Posts, "posts"), (SearchScope.Tags, "tags"), (SearchScope.Members, "members")];

    private static readonly (SearchOrder Order, string? Value)[] Orders = [(SearchOrder.Relevance, null), (SearchOrder.Newest, "newest")];

    private SearchResults? found;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Line { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? ScopeText { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? OrderText { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    private IStringLocalizer<SearchTexts> T => texts;

    private string Text => found?.Query.Text ?? Line?.Trim() ?? "";

    private SearchScope Scope => Scopes.FirstOrDefault(s => s.Value == ScopeText).Scope;

    private SearchOrder Order => Orders.FirstOrDefault(o => o.Value == OrderText).Order;

    private string? ScopeValue => ValueOf(Scope);

    private string? OrderValue => Orders.First(o => o.Order == Order).Value;

    /// <summary>The words alone, where something else was asked besides.</summary>
    private string? Wider => found is { Query: { HasOperators: true } query } && query.Words.Any(w => !w.IsExcluded)
        ? string.Join(' ', query.Words.Where(w => !w.IsExcluded).Select(w => w.IsQuoted ? $"\"{w.Text}\"" : w.Text))
        : null;

    protected override async Task OnInitializedAsync()
    {
        if (string.IsNullOrWhiteSpace(Line))
            return;
        if (limit.WhyNotSearch(Actor, Http.Connection.RemoteIpAddress) is { } tooFast)
        {
            Refuse(tooFast);
            return;
        }

        var read = await content.Run(Actor, new SearchContent.Input(Line, Scope, Order, After), Cancel);
        if (read.Ok)
            found = read.Value;
        else
            NotFound();
    }

    private static string? ValueOf(SearchScope scope) => Scopes.First(s => s.Scope == scope).Value;
}
