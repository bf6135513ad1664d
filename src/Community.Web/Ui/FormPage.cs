using System.Globalization;
using Community.Shared;
using Community.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace Community.Web.Ui;

/// <summary>What every form has in common: problems beside their fields, with the status that says so, and where to go afterwards.</summary>
public abstract class FormPage : ComponentBase, IHandleEvent
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    protected CurrentActor Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected IReadOnlyList<Problem> Problems { get; private set; } = [];

    protected Actor Actor => Current.Actor;

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>What belongs to no field of the form.</summary>
    protected Problem? Whole => Problems.FirstOrDefault(p => p.Field is null);

    protected Problem? At(string field) => Problems.FirstOrDefault(p => p.Field == field);

    /// <summary>The problem with a field, shown beside an input that has another name.</summary>
    protected Problem? At(string field, string input) => At(field) is { } problem ? problem with { Field = input } : null;

    protected void Refuse(params IReadOnlyList<Problem> problems)
    {
        Problems = problems;
        var first = problems[0];
        // The framework puts another page in the place of one that says 404, and what was typed would be lost with this one.
        Http.Response.StatusCode = first.Kind == ProblemKind.NotFound ? StatusCodes.Status410Gone : first.StatusCode();
        if (first.Kind == ProblemKind.TooFast && first.Args?.GetValueOrDefault("seconds") is int seconds)
            Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a form, unless a character that nobody can see had to be taken out of it: then its sender looks first.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (Http.Features.Get<NulFields>() is { } nul)
            Refuse([.. nul.Names.Select(nul.WhyNot).OfType<Problem>(), new Problem(ProblemKind.Invalid, NulFields.Code)]);
        else
            await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>Goes on after an act that was done, and tells the problem of one that was not.</summary>
    protected void Finish<T>(Result<T> result, string path)
    {
        if (result.Ok)
            GoTo(path);
        else
            Refuse(result.Problem);
    }

    protected void GoTo(string path) => Navigation.NavigateTo(path);

    /// <summary>What does not exist for this reader looks like what does not exist at all.</summary>
    protected void NotFound() => Navigation.NotFound();
}
