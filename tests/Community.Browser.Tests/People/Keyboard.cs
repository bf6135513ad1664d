using Microsoft.Playwright;

namespace Community.Browser.Tests.People;

/// <summary>Hands that never touch a mouse, and eyes that follow the focus.</summary>
internal sealed class Keyboard(Person person)
{
    private const int MostSteps = 120;

    // What has the focus must differ from what has not, lie in the window and not under something else.
    private const string WhyUnseen =
        """
        () => {
            const it = document.activeElement;
            if (!it || it === document.body) return null;
            const name = `<${it.tagName.toLowerCase()} class="${it.className}"> ${(it.getAttribute('aria-label') ?? it.textContent).trim().slice(0, 40)}`;
            const box = it.getBoundingClientRect();
            if (!it.matches(':focus-visible')) return `${name} has the focus, but does not show it`;
            const style = getComputedStyle(it);
            const ring = getComputedStyle(it, '::after');
            const isRinged = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
            if (!isRinged(style) && !isRinged(ring)) return `${name} has the focus, but no ring`;
            if (box.width < 1 || box.height < 1) return `${name} has the focus and no size`;
            const x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 10);
            if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `${name} has the focus out of sight`;
            const top = document.elementFromPoint(x, y);
            const isUncovered = top && (it.contains(top) || top.contains(it) || top.closest('label')?.control === it);
            return isUncovered ? null : `${name} has the focus under <${top?.tagName.toLowerCase()} class="${top?.className}">`;
        }
        """;

    /// <summary>Goes on with the tabulator until this has the focus.</summary>
    public async Task TabTo(ILocator target)
    {
        await Assertions.Expect(target).ToHaveCountAsync(1);
        for (var step = 0; step < MostSteps; step++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            Assert.Null(await person.Page.EvaluateAsync<string?>(WhyUnseen));
            if (await target.EvaluateAsync<bool>("it => it === document.activeElement"))
                return;
        }

        Assert.Fail($"{target} is not reached with {MostSteps} steps of the tabulator.");
    }

    public async Task Press(ILocator target)
    {
        await TabTo(target);
        await Enter();
    }

    public async Task Type(ILocator field, string text)
    {
        await TabTo(field);
        await person.Page.Keyboard.TypeAsync(text);
    }

    public Task Enter() => person.Page.Keyboard.PressAsync("Enter");
}
