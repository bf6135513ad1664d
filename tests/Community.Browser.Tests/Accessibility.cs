using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

internal static class Accessibility
{
    /// <summary>One line for each element that breaks a rule of axe-core: the rule, the element and what to do.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        var result = await page.RunAxe();
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               select $"{violation.Id} ({violation.Impact}) {node.Target}: {violation.Help}",
        ];
    }
}
