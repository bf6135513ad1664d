using Community.Web.Ui;

namespace Community.Web.Shell.Reference;

/// <summary>Places on the page about the API, with its address: the base of every link is the site's first page.</summary>
internal static class ReferenceLinks
{
    public const string Types = "types";

    public static string Type(string name) => At(TypeId(name));

    public static string TypeId(string name) => "type-" + name;

    public static string ChapterId(string name) => "calls-" + name;

    public static string At(string id) => Links.Api + "#" + id;
}
