using Community.Discussions;
using Community.Forums;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Community.Web.Forums;

public sealed partial class ReplyForm(PostReply reply, ReadQuote quotes, PrepareText prepare, IOptions<PostLimits> limits, IStringLocalizer<ForumsTexts> texts)
{
    private string? preview;

    [Parameter, EditorRequired]
    public long TopicNumber { get; set; }

    /// <summary>The page of the topic that the form stands on, with what the form was opened for.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Where a post of the topic stands.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> HrefOf { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "reply")]
    private string? ReplyTo { get; set; }

    [SupplyParameterFromQuery(Name = "quote")]
    private string? QuoteOf { get; set; }

    [SupplyParameterFromForm(Name = "key", FormName = "reply")]
    private Guid Key { get; set; }

    [SupplyParameterFromForm(Name = "body", FormName = "reply")]
    private string? Body { get; set; }

    [SupplyParameterFromForm(Name = "to", FormName = "reply")]
    private int? SentTo { get; set; }

    [SupplyParameterFromForm(Name = "step", FormName = "reply")]
    private string? Step { get; set; }

    private int To => SentTo ?? QueryNumber.Int(ReplyTo) ?? 0;

    private IStringLocalizer<ForumsTexts> T => texts;

    protected override async Task OnInitializedAsync()
    {
        if (Key == Guid.Empty)
            Key = Guid.NewGuid();
        if (Body is null && QueryNumber.Long(QuoteOf) is { } quoted)
            Body = await quotes.Run(Actor, quoted, Cancel);
    }

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

        var posted = await reply.Run(Actor, new PostReply.Input(TopicNumber, Body, To > 0 ? To : null, Key), Cancel);
        if (posted.Ok)
            GoTo(HrefOf(posted.Value.Number));
        else
            Refuse(posted.Problem);
    }
}
