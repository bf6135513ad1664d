using Community.Forums;
using Community.Shared;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Community.Web.Forums;

public sealed partial class ForumPage(ListForums forums, ListTopics topics, CurrentActor current, TimeProvider time, NavigationManager navigation, IStringLocalizer<ForumsTexts> texts)
{
    // The usual order has the plain address.
    private static readonly (TopicSort Sort, string? Value)[] Sorts =
        [(TopicSort.Latest, null), (TopicSort.Newest, "newest"), (TopicSort.Hot, "hot"), (TopicSort.Unanswered, "unanswered")];

    private ForumPlace? place;
    private TopicList? list;

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "sort")]
    private string? SortValue { get; set; }

    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private CurrentActor Current => current;

    private IStringLocalizer<ForumsTexts> T => texts;

    private string Language => current.Language;

    private TopicSort Order => Sorts.FirstOrDefault(s => s.Value == SortValue).Sort;

    private bool CanStart => place is { Forum: var forum } && ForumRules.WhyNotStart(current.Actor, forum, time.GetUtcNow()) is null;

    /// <summary>Whether it only holds other forums: it has no topic of its own that could be put in any order.</summary>
    private bool IsShelf => place is { Forum.Children.Count: > 0 } && list is { Pinned.Count: 0, Page.Items.Count: 0 } && After is null && Order != TopicSort.Unanswered;

    private string? NextHref => list?.Page.Next is { } next ? Links.Forum(Slug, SortValue, next) : null;

    private string? FeedHref => place?.Forum.ReadAudience == Audience.Everyone ? Links.ForumFeed(Slug) : null;

    private IReadOnlyList<(string, string)> Trail => place?.Parent is { } parent
        ? [(texts["Forums"], Links.Forums), (parent.Name.In(Language), Links.Forum(parent.Slug))]
        : [(texts["Forums"], Links.Forums)];

    protected override async Task OnInitializedAsync()
    {
        var isKnownOrder = Sorts.Any(s => s.Value == SortValue);
        var found = isKnownOrder ? await forums.Find(current.Actor, Slug, Http.RequestAborted) : default;
        var read = found.Value is { Forum: var forum } ? await topics.InForum(current.Actor, forum.Id, Order, After, Http.RequestAborted) : default;
        if (read.Value is null)
            navigation.NotFound();
        else
            (place, list) = (found.Value, read.Value);
    }
}
