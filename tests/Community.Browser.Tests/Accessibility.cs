using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Community.Browser.Tests;

internal static class Accessibility
{
    // Opens no page of its own to gather the findings of frames, as the package's own way does: that takes longer than finding them.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // What is well need not be described either. Colours on their way from one scheme to the other are ended: they belong to neither.
    private const string Run =
        """
        async () => {
            document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish());
            return (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(
                rule => rule.nodes.map(node => `${rule.id} (${rule.impact}) ${node.target.join(' ')}: ${rule.help}`));
        }
        """;

    /// <summary>One line for each element that breaks a rule of axe-core: the rule, the element and what to do.</summary>
    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        // Frames would go unseen.
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
