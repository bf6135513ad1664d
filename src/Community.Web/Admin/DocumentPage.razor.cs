using System.Globalization;
using Community.Shared;
using Community.Shared.Site;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Admin;

public sealed partial class DocumentPage
{
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>An earlier version whose text is wanted back in the form.</summary>
    [SupplyParameterFromQuery]
    private string? Version { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [SupplyParameterFromForm(Name = "documentJa")]
    private string? Ja { get; set; }

    [SupplyParameterFromForm(Name = "documentEn")]
    private string? En { get; set; }

    /// <summary>The version that the text was written over.</summary>
    [SupplyParameterFromForm(Name = "from")]
    private string? From { get; set; }

    private DocumentKind? Kind { get; set; }

    private SiteDocument? Latest { get; set; }

    private SiteDocument? Earlier { get; set; }

    private IReadOnlyList<DocumentVersion> History { get; set; } = [];

    private LocalizedText Body => (Earlier ?? Latest)?.Body ?? LocalizedText.Empty;

    private IEnumerable<(string Input, string Label, string Language, string Value)> Fields =>
    [
        ("documentJa", T["DocumentJa"], Languages.Japanese, Ja ?? Body.Ja),
        ("documentEn", T["DocumentEn"], Languages.English, En ?? Body.En),
    ];

    protected override async Task OnInitializedAsync()
    {
        if (!Enum.TryParse<DocumentKind>(Name, true, out var kind) || !Enum.IsDefined(kind) || int.TryParse(Name, out _))
        {
            NotFound();
            return;
        }

        Kind = kind;
        await Load(kind);
    }

    private async Task Publish()
    {
        if (Kind is not { } kind)
            return;
        var from = int.TryParse(From, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var result = await PublishDocument.Run(Actor, new PublishDocument.Input(kind, new LocalizedText(Ja ?? "", En ?? ""), from), Cancel);
        if (result.Problem is { Code: "document-changed" })
        {
            // The conflict has been told: publishing again is now a choice, over the version that stands below.
            await Load(kind);
            From = null;
        }

        Finish(result, AdminLinks.Done(AdminLinks.Document(kind)));
    }

    private async Task Load(DocumentKind kind)
    {
        Latest = await ReadDocument.Current(kind, Cancel);
        History = await ReadDocument.History(kind, Cancel);
        Earlier = QueryNumber.Int(Version) is { } version && version != Latest?.Version ? await ReadDocument.Version(kind, version, Cancel) : null;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
