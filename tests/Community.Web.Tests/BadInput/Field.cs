namespace Community.Web.Tests.BadInput;

/// <summary>One field of a form, and what stands in the others so that only this one is at fault.</summary>
/// <param name="Path">The page; {topic}, {post} and {other} stand for what the test has prepared.</param>
/// <param name="Form">The name of the form.</param>
/// <param name="Name">The field.</param>
/// <param name="Others">The other fields; {n} is a number of its own each time.</param>
/// <param name="ReadAt">Where what was typed can be read again in a field of the same name; null where it cannot.</param>
/// <param name="Lead">Set before each string in a second round, so that short ones are long enough to be taken.</param>
internal sealed record Field(string Path, string Form, string Name, (string Name, string Value)[] Others, string? ReadAt = null, string? Lead = null)
{
    private const string Title = "A title that is long enough {n}";
    private const string Body = "A text that is long enough to be posted {n}.";
    private const string LongLead = "What came by mail this morning {n}: ";

    private static readonly (string, string)[] NewMember =
        [("handle", "member-{n}"), ("display-name", ""), ("email", "member-{n}@example.com"), ("password", "tent and campfire"), ("is-of-age", "true"), ("accepts-terms", "true")];

    private static readonly (string, string)[] Topic = [("title", Title), ("body", Body), ("tags", ""), ("step", "post")];

    private static readonly (string, string)[] Edit = [("title", Title), ("body", Body), ("tags", ""), ("reason", ""), ("step", "save")];

    private static readonly (string, string)[] Brand = [("name", "Yama"), ("taglineJa", ""), ("taglineEn", ""), ("accent", "#8c2f39"), ("logo", "")];

    private static readonly (string, string)[] Announcement = [("announcementJa", "お知らせ"), ("announcementEn", "News"), ("link", "")];

    private static readonly (string, string)[] Forum =
        [("nameJa", "道具"), ("nameEn", "Gear"), ("descriptionJa", ""), ("descriptionEn", ""), ("slug", "gear-{n}"), ("hue", "3"), ("parent", ""), ("readAudience", "everyone"), ("startAudience", "members"), ("replyAudience", "members")];

    public static readonly IReadOnlyList<Field> OfVisitors =
    [
        .. new[] { "handle", "display-name", "email", "password" }.Select(name => new Field("/account/register", "register", name, NewMember)),
        new("/account/login", "login", "email", [("password", "tent and campfire")]),
        new("/account/login", "login", "password", [("email", "nobody@example.com")]),
        new("/account/forgot", "forgot", "email", []),
        new("/account/resend", "resend", "email", []),
    ];

    public static readonly IReadOnlyList<Field> OfMembers =
    [
        new("/account/settings", "profile", "display-name", [("bio", "")], "/account/settings"),
        new("/account/settings", "profile", "bio", [("display-name", "Olga")], "/account/settings", "Of myself {n}: "),
        .. new[] { "language", "timeZone", "theme" }.Select(name => new Field("/account/settings", "preferences", name, [("language", "en"), ("timeZone", ""), ("theme", "System")])),
        new("/account/password", "password", "password", [("current-password", "not my password")]),
        new("/account/password", "password", "current-password", [("password", "tent and campfire")]),
        new("/account/email", "email", "email", [("current-password", "not my password")]),
        new("/forums/general/new", "topic", "title", Topic, "{mine}/edit", "Letter {n}: "),
        new("/forums/general/new", "topic", "body", Topic, "{mine}/edit", LongLead),
        new("/forums/general/new", "topic", "tags", Topic),
        new("{topic}?reply=0", "reply", "body", [("step", "post")], "{mine}/edit", LongLead),
        new("{post}/edit", "edit", "title", Edit, "{post}/edit", "Letter {n}: "),
        new("{post}/edit", "edit", "body", Edit, "{post}/edit", LongLead),
        new("{post}/edit", "edit", "tags", Edit),
        new("{post}/edit", "edit", "reason", Edit),
        new("/report?post={other}", "report", "note", [("reason", "Spam")]),
        new("/report?post={other}", "report", "reason", [("note", "")]),
    ];

    public static readonly IReadOnlyList<Field> OfStaff =
    [
        .. new[] { "name", "taglineJa", "taglineEn", "accent", "logo" }.Select(name => new Field("/admin/brand", "brand", name, Brand, name == "logo" ? null : "/admin/brand")),
        .. new[] { "announcementJa", "announcementEn", "link" }.Select(name => new Field("/admin/announcement", "announcement", name, Announcement, "/admin/announcement")),
        new("/admin/documents/rules", "document", "documentJa", [("documentEn", Body)], "/admin/documents/rules", LongLead),
        new("/admin/documents/rules", "document", "documentEn", [("documentJa", "")], "/admin/documents/rules", LongLead),
        .. new[] { "nameJa", "nameEn", "slug", "hue", "parent", "readAudience" }.Select(name => new Field("/admin/forums/new", "forum", name, Forum)),
    ];

    public static IEnumerable<Field> All => OfVisitors.Concat(OfMembers).Concat(OfStaff);

    public bool IsOfVisitors => OfVisitors.Contains(this);

    public bool IsSecret => Name.EndsWith("password", StringComparison.Ordinal);

    public bool AsksForPassword => Path is "/account/password" or "/account/email";

    /// <summary>Chosen from a list, in which nothing else can be shown.</summary>
    public bool IsChoice => Name is "language" or "timeZone" or "theme" or "hue" or "parent" or "readAudience" || Form == "report" && Name == "reason";

    public override string ToString() => $"{Path} {Form} {Name}";
}
