using System.Globalization;
using Community.Forums;
using Community.Shared;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Admin;

public sealed partial class ForumEditPage(ListForumSettings list, CreateForum create, UpdateForum update, ArchiveForum archive, DeleteForum delete)
{
    private static readonly ForumSettings Fresh =
        new("", LocalizedText.Empty, LocalizedText.Empty, 0, null, Audience.Everyone, Audience.Members, Audience.Members);

    private IReadOnlyList<ForumDeskLine> all = [];

    /// <summary>Null for a new forum.</summary>
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

    [SupplyParameterFromForm(Name = "descriptionJa")]
    private string? DescriptionJa { get; set; }

    [SupplyParameterFromForm(Name = "descriptionEn")]
    private string? DescriptionEn { get; set; }

    [SupplyParameterFromForm(Name = "hue")]
    private int? Hue { get; set; }

    [SupplyParameterFromForm(Name = "parent")]
    private string? Parent { get; set; }

    [SupplyParameterFromForm(Name = "readAudience")]
    private string? ReadAudience { get; set; }

    [SupplyParameterFromForm(Name = "startAudience")]
    private string? StartAudience { get; set; }

    [SupplyParameterFromForm(Name = "replyAudience")]
    private string? ReplyAudience { get; set; }

    [SupplyParameterFromForm(Name = "to")]
    private bool To { get; set; }

    private ForumDeskLine? Forum { get; set; }

    private bool IsNew => Slug is null;

    private ForumSettings Known => Forum?.Settings ?? Fresh;

    private IEnumerable<(string Value, string Text)> Parents =>
        [("", T["NoParent"]), .. all.Where(f => f.Id != Forum?.Id).Select(f => (Text(f.Id), f.Settings.Name.In(Current.Language)))];

    // Empty boxes of a form bind to nothing; an empty text is meant here.
    private ForumSettings Typed => new(
        Address ?? "", new LocalizedText(NameJa ?? "", NameEn ?? ""), new LocalizedText(DescriptionJa ?? "", DescriptionEn ?? ""), Hue ?? Known.Hue,
        long.TryParse(Parent, NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : null,
        ReadAudience ?? "", ReplyAudience ?? "", StartAudience ?? "");

    protected override async Task OnInitializedAsync()
    {
        all = (await list.Run(Actor, Cancel)).Value ?? [];
        if (Slug is null)
            return;
        Forum = (await list.Find(Actor, Slug, Cancel)).Value;
        if (Forum is null)
            NotFound();
    }

    private async Task Save()
    {
        if (IsNew)
        {
            var key = Guid.TryParse(Key, out var given) ? given : Guid.NewGuid();
            Finish(await create.Run(Actor, new CreateForum.Input(Typed, key), Cancel), AdminLinks.Done(AdminLinks.Forums));
        }
        else if (Forum is not null)
        {
            Finish(await update.Run(Actor, new UpdateForum.Input(Forum.Id, Typed), Cancel), AdminLinks.Done(AdminLinks.Forums));
        }
    }

    private async Task Archive()
    {
        if (Forum is not null)
            Finish(await archive.Run(Actor, new ArchiveForum.Input(Forum.Id, To), Cancel), AdminLinks.Done(AdminLinks.Forums));
    }

    private async Task Delete()
    {
        if (Forum is not null)
            Finish(await delete.Run(Actor, Forum.Id, Cancel), AdminLinks.Done(AdminLinks.Forums));
    }

    private IEnumerable<(string Value, string Text)> Choices(IReadOnlyList<string> audiences) => audiences.Select(a => (a, T[Audiences.Key(a)].Value));

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
