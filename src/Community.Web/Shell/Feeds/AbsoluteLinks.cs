using AngleSharp.Html.Parser;

namespace Community.Web.Shell.Feeds;

/// <summary>A text as it reads far from its page: programs that read feeds do not agree on what a relative address leads from.</summary>
internal static class AbsoluteLinks
{
    private static readonly string[] Addresses = ["href", "src"];

    /// <param name="html">What the renderer made.</param>
    /// <param name="page">Where it stands.</param>
    public static string In(string html, Uri page)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;
        foreach (var name in Addresses)
        {
            foreach (var element in body.QuerySelectorAll($"[{name}]"))
            {
                if (Uri.TryCreate(page, element.GetAttribute(name), out var whole))
                    element.SetAttribute(name, whole.AbsoluteUri);
                else
                    element.RemoveAttribute(name);
            }
        }

        return body.InnerHtml;
    }
}
