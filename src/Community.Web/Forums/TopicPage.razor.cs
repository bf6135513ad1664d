using Community.Discussions;
using Community.Discussions.Reading;
using Community.Forums;
using Community.Web.Hosting;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Forums;

public sealed partial class TopicPage(ReadTopic topics, IOptions<PostLimits> limits, IOptions<ReadingLimits> reading, CurrentActor current, TimeProvider time, NavigationManager navigation, IStringLocalizer<ForumsTexts> texts)
{
    private const int DescriptionLength = 160;

    private TopicView? view;
    private PostReader? reader;

    [Parameter]
    public long Number { get; set; }

    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    /// <summary>A number to jump to; the answer is the address where it stands.</summary>
    [SupplyParameterFromQuery(Name = PageAddress.Jump)]
    private string? JumpTo { get; set; }

    /// <summary>For <see cref="ReplyForm"/>, as is <see cref="Quote"/>.</summary>
    [SupplyParameterFromQuery]
    private string? Reply { get; set; }

    [SupplyParameterFromQuery]
    private string? Quote { get; set; }

    [SupplyParameterFromQuery]
    private string? Draft { get; set; }

    [SupplyParameterFromQuery]
    private string? React { get; set; }

    [SupplyParameterFromQuery]
    private string? Remove { get; set; }

    [SupplyParameterFromQuery]
    private string? Moderate { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    private IStringLocalizer<ForumsTexts> T => texts;

    // One page has one address: "01", "+1" or nothing readable is none of them.
    private int Page => PageText is null ? 1 : int.TryParse(PageText, out var page) && page.ToString(System.Globalization.CultureInfo.InvariantCulture) == PageText ? page : 0;

    // Whoever follows a live thread is at its end all the time.
    private int SecondsToEnd => view!.Head.IsLive ? reading.Value.SecondsBetweenReports : Math.Min(5, reading.Value.SecondsBetweenReports);

    private string PageTitle => Page == 1 ? view!.Head.Title : texts["TitleOnPage", view!.Head.Title, Page];

    // What the page begins with.
    private string? About => view!.Posts.FirstOrDefault(p => p.IsShown && p.IsVisible) is { } first ? Snippet.Of(first.Html, DescriptionLength) : null;

    private IReadOnlyList<(string, string)> Trail
    {
        get
        {
            var trail = new List<(string, string)> { (texts["Forums"], Links.Forums) };
            if (view!.Head.Parent is { } parent)
                trail.Add((parent.Name.In(current.Language), Links.Forum(parent.Slug)));
            trail.Add((view.Head.Forum.Name.In(current.Language), Links.Forum(view.Head.Forum.Slug)));
            return trail;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var read = (await topics.Run(current.Actor, Number, Page, Http.RequestAborted)).Value;
        if (read is not { Head: var head })
        {
            navigation.NotFound();
            return;
        }

        if (Slug != head.Slug)
        {
            Http.Response.Redirect(SameUnder(head.Slug), permanent: true);
            return;
        }

        if (QueryNumber.Int(JumpTo) is { } number)
        {
            Http.Response.Redirect(Links.TopicPost(head.Number, head.Slug, Math.Clamp(number, 1, Math.Max(1, head.LastNumber))));
            return;
        }

        if (IsPlain && read.GoesOnAt is { } place)
        {
            Http.Response.Redirect(Links.TopicPost(head.Number, head.Slug, place));
            return;
        }

        reader = TopicReading.ReaderOf(current, read, limits.Value, time.GetUtcNow()) with { Reacting = QueryNumber.Int(React), Removing = QueryNumber.Int(Remove), Moderating = QueryNumber.Int(Moderate) };
        view = read;
    }

    private string SameUnder(string slug) => Links.With(
        Links.Topic(Number, slug),
        ("page", PageText), (PageAddress.Jump, JumpTo), ("reply", Reply), ("quote", Quote), (Links.DraftStep, Draft), ("react", React), ("remove", Remove), ("moderate", Moderate));

    // The address that is passed on and that lists have: a member goes on where they left off. Every step within the topic names its page.
    private bool IsPlain => HttpMethods.IsGet(Http.Request.Method) && (PageText ?? Reply ?? Quote ?? Draft ?? React ?? Remove ?? Moderate) is null;

    // What somebody sent stands in the form again under what the server has to say about it, whatever happened meanwhile.
    private bool IsWriting => (current.Actor.IsMember && HttpMethods.IsPost(Http.Request.Method)) || (reader!.CanReply && IsAskedFor);

    private bool IsAskedFor => (Reply ?? Quote ?? Draft) is not null;

    private string Href(int page) => current.Actor.IsMember ? Links.TopicPage(view!.Head.Number, view.Head.Slug, page) : Links.Topic(view!.Head.Number, view.Head.Slug, page);

    private string HrefOf(int post) => Links.TopicPost(Number, Slug ?? "", post);
}
