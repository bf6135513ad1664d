using Microsoft.Extensions.Localization;
using Community.Web.Ui;

namespace Community.Web.Shell;

public static class Waits
{
    /// <summary>A span of time in the largest unit that says enough.</summary>
    public static string Text(TimeSpan wait, IStringLocalizer<ShellTexts> texts) => wait switch
    {
        { TotalMinutes: < 60 } => texts.Plural("Minutes", Math.Max(1, (long)Math.Round(wait.TotalMinutes))),
        { TotalHours: < 48 } => texts.Plural("Hours", (long)Math.Round(wait.TotalHours)),
        _ => texts.Plural("Days", (long)Math.Round(wait.TotalDays)),
    };
}
