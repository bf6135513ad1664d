using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

internal static class Accessibility
{
    // What is well need not be described, which takes longer than finding it.
    private static readonly AxeRunOptions OnlyFaults = new() { ResultTypes = [ResultType.Violations] };

    /// <summary>One line for each element that breaks a rule of axe-core: the rule, the element and what to do.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        var result = await page.RunAxe(OnlyFaults);
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               select $"{violation.Id} ({violation.Impact}) {node.Target}: {violation.Help}",
        ];
    }
}
