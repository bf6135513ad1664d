using System.Globalization;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Drafts;
using Community.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Ui;

/// <summary>The plain form under a discussion; what it sends to, its subject's page says.</summary>

public sealed partial class ReplyForm(
    ReadQuote quotes, ReadDraft drafts, PrepareText prepare, IOptions<PostLimits> limits, IStringLocalizer<UiTexts> texts)
{
    private string? preview;
    private DraftView? found;

    /// <summary>Writes the reply: its Markdown, the number that it answers, and the key of the form. The number of the new post comes back.</summary>
    [Parameter, EditorRequired]
    public Func<string?, int?, Guid, CancellationToken, Task<Result<int>>> Send { get; set; } = default!;

    /// <summary>The id under which its drafts are kept.</summary>
    [Parameter, EditorRequired]
    public long DiscussionId { get; set; }

    /// <summary>The page of the discussion that the form stands on, with what the form was opened for.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Where a post of the discussion stands.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> HrefOf { get; set; } = default!;

    /// <summary>Those of the page, to tell who is answered.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PostView> Posts { get; set; } = [];

    /// <summary>Whether a problem is told above the form already.</summary>
    [Parameter, EditorRequired]
    public Func<Problem, bool> IsSaid { get; set; } = _ => false;

    [SupplyParameterFromQuery(Name = "reply")]
    private string? ReplyTo { get; set; }

    [SupplyParameterFromQuery(Name = "quote")]
    private string? QuoteOf { get; set; }

    [SupplyParameterFromQuery(Name = Links.DraftStep)]
    private string? DraftStep { get; set; }

    [SupplyParameterFromForm(Name = "key", FormName = "reply")]
    private Guid Key { get; set; }

    [SupplyParameterFromForm(Name = "body", FormName = "reply")]
    private string? Body { get; set; }

    [SupplyParameterFromForm(Name = "to", FormName = "reply")]
    private int? SentTo { get; set; }

    /// <summary>The sequence of the draft that the form goes on with.</summary>
    [SupplyParameterFromForm(Name = "draft", FormName = "reply")]
    private long? Draft { get; set; }

    [SupplyParameterFromForm(Name = "step", FormName = "reply")]
    private string? Step { get; set; }

    private int To => SentTo ?? QueryNumber.Int(ReplyTo) ?? 0;

    private DraftPlace Place => DraftPlace.Reply(DiscussionId);

    private bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    private IStringLocalizer<UiTexts> T => texts;

    private string Title => To == 0 ? T["WriteReply"]
        : Posts.FirstOrDefault(p => p.Number == To) is { } post && NameOf(post) is { } name ? T["ReplyToName", To, name] : T["ReplyToPost", To];

    private PostView? Quoted => QueryNumber.Long(QuoteOf) is { } id && Posts.FirstOrDefault(p => p.Id == id) is { } post && NameOf(post) is not null ? post : null;

    // What is not shown tells nobody whose it is.
    private static string? NameOf(PostView post) => post is { IsShown: true, Author: { IsErased: false } author } ? author.DisplayName : null;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        if (!IsSent)
            await LookForDraft();
        if (Body is null && QueryNumber.Long(QuoteOf) is { } quoted)
            Body = await quotes.Run(Actor, quoted, Cancel);
    }

    private async Task LookForDraft()
    {
        found = await drafts.Run(Actor, Place, Cancel);
        if (found is null || DraftStep != Links.ContinueDraft)
            return;
        (Body, SentTo, Draft) = (found.Text.Body, found.Text.ReplyToNumber ?? 0, found.Sequence);
        found = null;
    }

    private string Opened(string? draft = null) =>
        $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Links.With("", ("reply", To.ToString(CultureInfo.InvariantCulture)), (Links.DraftStep, draft))[1..]}#reply";

    private async Task Submit()
    {
        if (Step == "preview")
        {
            var shown = await prepare.Preview(Actor, Body, Cancel);
            if (shown.Ok)
                preview = shown.Value.Html;
            else
                Refuse(shown.Problem);
            return;
        }

        var posted = await Send(Body, To > 0 ? To : null, Key, Cancel);
        if (posted.Ok)
            GoTo(HrefOf(posted.Value));
        else
            Refuse(posted.Problem);
    }
}
