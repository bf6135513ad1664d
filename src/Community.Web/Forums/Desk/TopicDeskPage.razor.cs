using Community.Forums;
using Community.Shared;
using Community.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Forums.Desk;

/// <summary>What moderators do with a whole topic, each act with its reason.</summary>
public sealed partial class TopicDeskPage(ReadTopicDesk read, ListForumSettings forums, LockTopic lockTopic, PinTopic pinTopic, MoveTopic moveTopic)
{
    private string form = "";

    [Parameter]
    public long Number { get; set; }

    [SupplyParameterFromForm(Name = "to")]
    private bool To { get; set; }

    [SupplyParameterFromForm(Name = "forum")]
    private string? Forum { get; set; }

    [SupplyParameterFromForm(Name = "lock-reason")]
    private string? LockReason { get; set; }

    [SupplyParameterFromForm(Name = "pin-reason")]
    private string? PinReason { get; set; }

    [SupplyParameterFromForm(Name = "move-reason")]
    private string? MoveReason { get; set; }

    private TopicDesk? Topic { get; set; }

    private IReadOnlyList<(string Value, string Text)> Forums { get; set; } = [];

    private string Back => Topic is { } topic ? Links.Topic(topic.Number, topic.Slug) : Links.Forums;

    protected override async Task OnInitializedAsync()
    {
        Topic = (await read.Run(Actor, Number, Cancel)).Value;
        if (Topic is null)
        {
            NotFound();
            return;
        }

        var all = (await forums.Run(Actor, Cancel)).Value ?? [];
        Forums = [.. from top in all
                     from line in top.Children.Prepend(top)
                     where !line.IsArchived || line.Settings.Slug == Topic.ForumSlug
                     let name = line.Settings.Name.In(Current.Language)
                     select (line.Settings.Slug, line.Settings.ParentId is null ? name : $"{top.Settings.Name.In(Current.Language)} › {name}")];
    }

    private Problem? In(string name, string field) => form == name ? At(field) : null;

    private async Task Lock() => Finish("lock", await lockTopic.Run(Actor, new LockTopic.Input(Number, To, LockReason), Cancel));

    private async Task Pin() => Finish("pin", await pinTopic.Run(Actor, new PinTopic.Input(Number, To, PinReason), Cancel));

    private async Task Move() => Finish("move", await moveTopic.Run(Actor, new MoveTopic.Input(Number, Forum ?? "", MoveReason), Cancel));

    private void Finish(string name, Result<Done> result)
    {
        form = name;
        Finish(result, Back);
    }
}
