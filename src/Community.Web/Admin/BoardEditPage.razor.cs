using System.Globalization;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Admin;

public sealed partial class BoardEditPage(ListBoards list, CreateBoard create, UpdateBoard update, ArchiveBoard archive, DeleteBoard delete)
{
    private static readonly BoardSettings Fresh =
        new("", LocalizedText.Empty, LocalizedText.Empty, 0, Audience.Everyone, Audience.Members, IdeaStatuses.OfBoards, HasBudget: false, ShowsBackers: true, ReviewsFirst: false, AnswerDays: 14);

    /// <summary>Null for a new board.</summary>
    [Parameter]
    public string? Slug { get; set; }

    [SupplyParameterFromForm(Name = "key")]
    private string? Key { get; set; }

    [SupplyParameterFromForm(Name = "slug")]
    private string? Address { get; set; }

    [SupplyParameterFromForm(Name = "nameJa")]
    private string? NameJa { get; set; }

    [SupplyParameterFromForm(Name = "nameEn")]
    private string? NameEn { get; set; }

    [SupplyParameterFromForm(Name = "rulesJa")]
    private string? RulesJa { get; set; }

    [SupplyParameterFromForm(Name = "rulesEn")]
    private string? RulesEn { get; set; }

    [SupplyParameterFromForm(Name = "hue")]
    private int? Hue { get; set; }

    [SupplyParameterFromForm(Name = "readAudience")]
    private string? ReadAudience { get; set; }

    [SupplyParameterFromForm(Name = "submitAudience")]
    private string? SubmitAudience { get; set; }

    [SupplyParameterFromForm(Name = "has-budget")]
    private bool HasBudget { get; set; }

    [SupplyParameterFromForm(Name = "shows-backers")]
    private bool ShowsBackers { get; set; }

    [SupplyParameterFromForm(Name = "reviews-first")]
    private bool ReviewsFirst { get; set; }

    /// <summary>As it was typed; nothing for no promise.</summary>
    [SupplyParameterFromForm(Name = "answerDays")]
    private string? AnswerDays { get; set; }

    [SupplyParameterFromForm(Name = "to")]
    private bool To { get; set; }

    private BoardView? Board { get; set; }

    private bool IsNew => Slug is null;

    private bool IsSent => HttpMethods.IsPost(Http.Request.Method);

    private BoardSettings Known => Board?.Settings ?? Fresh;

    private BoardSettings Shown => IsSent ? Typed : Known;

    // Empty boxes of a form bind to nothing; an empty text is meant here, and what is no number is no number of days.
    private BoardSettings Typed => new(
        Address ?? "", new LocalizedText(NameJa ?? "", NameEn ?? ""), new LocalizedText(RulesJa ?? "", RulesEn ?? ""), Hue ?? Known.Hue, ReadAudience ?? "", SubmitAudience ?? "",
        [.. Http.Request.Form["statuses[]"].Select(Links.StatusOf).OfType<IdeaStatus>()], HasBudget, ShowsBackers, ReviewsFirst,
        string.IsNullOrWhiteSpace(AnswerDays) ? null : int.TryParse(AnswerDays, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0);

    protected override async Task OnInitializedAsync()
    {
        if (Slug is null)
            return;
        Board = (await list.Find(Actor, Slug, Cancel)).Value;
        if (Board is null)
            NotFound();
    }

    private async Task Save()
    {
        if (IsNew)
        {
            var key = Guid.TryParse(Key, out var given) ? given : Guid.NewGuid();
            Finish(await create.Run(Actor, new CreateBoard.Input(Typed, key), Cancel), AdminLinks.Done(AdminLinks.Boards));
        }
        else if (Board is not null)
        {
            Finish(await update.Run(Actor, new UpdateBoard.Input(Board.Id, Typed), Cancel), AdminLinks.Done(AdminLinks.Boards));
        }
    }

    private async Task Archive()
    {
        if (Board is not null)
            Finish(await archive.Run(Actor, new ArchiveBoard.Input(Board.Id, To), Cancel), AdminLinks.Done(AdminLinks.Boards));
    }

    private async Task Delete()
    {
        if (Board is null)
            return;
        var done = await delete.Run(Actor, Board.Id, Cancel);
        Finish(done, done is { Ok: true, Value.IsArchived: true } ? Links.With(AdminLinks.Boards, ("done", BoardsPage.Archived)) : AdminLinks.Done(AdminLinks.Boards));
    }

    private IEnumerable<(string Value, string Text)> Choices(IReadOnlyList<string> audiences) => audiences.Select(a => (a, T[Audiences.Key(a)].Value));

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
