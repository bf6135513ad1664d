using System.Collections.Concurrent;

namespace Community.Browser.Tests.BadInput;

/// <summary>Sings when a page runs what it should only show, and lists what stands in it that could run.</summary>
internal sealed class Canary
{
    private const string Watch =
        """
        for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
            window[name] = () => { (window.__ran ??= []).push(name); };
        document.addEventListener('securitypolicyviolation', e => (window.__refused ??= []).push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
        """;

    /// <summary>Whatever could act: of any element its handlers and its addresses, in a text also what has no business there.</summary>
    private const string Find =
        """
        () => {
            const found = [...(window.__ran ?? []).map(name => `ran: ${name}`), ...(window.__refused ?? []).map(what => `refused: ${what}`)];
            const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 300)}`);
            for (const element of document.querySelectorAll('*'))
                for (const { name, value } of element.attributes) {
                    if (/^on/i.test(name)) say('handler', element);
                    if (name === 'srcdoc' || name === 'style' && element.closest('.body')) say(name, element);
                    if (!['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'ping', 'poster', 'background', 'srcset'].includes(name) || !URL.canParse(value, document.baseURI)) continue;
                    const scheme = new URL(value, document.baseURI).protocol;
                    if (!['http:', 'https:', 'mailto:'].includes(scheme)) say('scheme', element);
                }
            for (const script of document.scripts)
                if (!script.src.startsWith(location.origin + '/') && script.type !== 'application/ld+json') say('script', script);
            const never = 'script, style, link, meta, base, form, button, select, textarea, iframe, frame, object, embed, svg, math, template, video, audio, portal, input:not([type=checkbox][disabled])';
            for (const text of document.querySelectorAll('.body'))
                for (const element of text.querySelectorAll(never)) say('in a text', element);
            return found;
        }
        """;

    private readonly Visitor _visitor;
    private readonly ConcurrentQueue<string> _heard = new();

    private Canary(Visitor visitor) => _visitor = visitor;

    public static async Task<Canary> Watches(Visitor visitor)
    {
        await visitor.Page.AddInitScriptAsync(Watch);
        var canary = new Canary(visitor);
        visitor.Page.Dialog += async (_, dialog) =>
        {
            canary._heard.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        visitor.Page.Popup += (_, popup) => canary._heard.Enqueue($"popup: {popup.Url}");
        visitor.Page.Download += (_, download) => canary._heard.Enqueue($"download: {download.Url}");
        return canary;
    }

    /// <summary>Opens a page and tells what on it ran, could run, or left the host. Pictures may stand elsewhere; here, they stay unreached.</summary>
    public async Task<IReadOnlyList<string>> Sees(string address, int status = 200)
    {
        var answer = await _visitor.Page.GotoAsync(address);
        var found = await _visitor.Page.EvaluateAsync<string[]>(Find);
        var pictures = await _visitor.Page.EvaluateAsync<string[]>("() => [...document.images].map(image => image.src)");
        var complaints = _visitor.TakeComplaints().Where(complaint => !IsOfPicture(complaint, pictures));
        string[] moved = _visitor.Page.Url == address ? [] : [$"moved: {_visitor.Page.Url}"];
        string[] said = answer?.Status == status ? [] : [$"status: {answer?.Status}"];
        var heard = new List<string>();
        while (_heard.TryDequeue(out var sound))
            heard.Add(sound);
        return [.. found.Concat(complaints).Concat(moved).Concat(said).Concat(heard).Select(what => $"{address}: {what}")];
    }

    private static bool IsOfPicture(string complaint, string[] pictures) =>
        complaint.StartsWith("Failed to load resource: ", StringComparison.Ordinal)
        || (complaint.StartsWith("request off loopback: ", StringComparison.Ordinal) && pictures.Contains(complaint["request off loopback: ".Length..]));
}
