using Microsoft.Playwright;

namespace Community.Browser.Tests;

/// <summary>What a page does that nobody should notice.</summary>
internal static class PageMeasures
{
    /// <summary>Runs before each page, so that the first shift is seen, too.</summary>
    public const string Watch =
        """
        (() => {
            let shift = 0;
            const add = entries => entries.forEach(entry => { if (!entry.hadRecentInput) shift += entry.value; });
            const watch = new PerformanceObserver(list => add(list.getEntries()));
            watch.observe({ type: 'layout-shift', buffered: true });
            window.layoutShift = () => { add(watch.takeRecords()); return shift; };
        })();
        """;

    /// <summary>How much of the window moved, by how much of its height, since the page came: 0 is still.</summary>
    public static Task<double> LayoutShift(this IPage page) => page.EvaluateAsync<double>(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.layoutShift()))))");

    /// <summary>The elements that reach out of the window sideways, if the page can be scrolled there.</summary>
    public static Task<string[]> TooWide(this IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            const out = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 0.5);
            return [`${document.documentElement.scrollWidth} px wide`, ...out.slice(0, 5).map(e => `<${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent.trim().slice(0, 40)}`)];
        }
        """);
}
