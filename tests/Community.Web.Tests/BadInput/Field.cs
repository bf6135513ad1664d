namespace Community.Web.Tests.BadInput;

/// <summary>One field of a form, and what stands in the others so that only this one is at fault.</summary>
/// <param name="Path">The page; {topic}, {post} and other words in braces stand for what the test has prepared.</param>
/// <param name="Form">The name of the form.</param>
/// <param name="Name">The field.</param>
/// <param name="Others">The other fields; {n} is a number of its own each time.</param>
/// <param name="ReadAt">Where what was typed can be read again in a field of the same name; null where it cannot.</param>
/// <param name="Lead">Set before each string in a second round, so that short ones are long enough to be taken.</param>
internal sealed record Field(string Path, string Form, string Name, (string Name, string Value)[] Others, string? ReadAt = null, string? Lead = null)
{
    private const string Title = "A title that is long enough {n}";
    private const string Body = "A text that is long enough to be posted {n}.";
    private const string Reason = "Because of the rules {n}.";
    private const string LongLead = "What came by mail this morning {n}: ";

    private static readonly (string, string)[] NewMember =
        [("handle", "member-{n}"), ("display-name", ""), ("email", "member-{n}@example.com"), ("password", "tent and campfire"), ("is-of-age", "true"), ("accepts-terms", "true")];

    private static readonly (string, string)[] Topic = [("title", Title), ("body", Body), ("tags", ""), ("step", "post")];

    private static readonly (string, string)[] Edit = [("title", Title), ("body", Body), ("tags", ""), ("reason", ""), ("step", "save")];

    private static readonly (string, string)[] Brand = [("name", "Yama"), ("taglineJa", ""), ("taglineEn", ""), ("accent", "#8c2f39"), ("logo", "")];

    private static readonly (string, string)[] Announcement = [("announcementJa", "お知らせ"), ("announcementEn", "News"), ("link", "")];

    private static readonly (string, string)[] Forum =
        [("nameJa", "道具"), ("nameEn", "Gear"), ("descriptionJa", ""), ("descriptionEn", ""), ("slug", "gear-{n}"), ("hue", "3"), ("parent", ""), ("readAudience", "everyone"), ("startAudience", "members"), ("replyAudience", "members")];

    private static readonly (string, string)[] Board =
        [("nameJa", "願い"), ("nameEn", "Wishes"), ("rulesJa", ""), ("rulesEn", ""), ("slug", "wishes-{n}"), ("hue", "3"), ("readAudience", "everyone"), ("submitAudience", "members"), ("statuses[]", "planned"), ("answerDays", "7")];

    private static readonly (string, string)[] Site = [("language", "en"), ("timeZone", "Asia/Tokyo"), ("minimumAge", "13"), ("open", "true")];

    public static readonly IReadOnlyList<Field> OfVisitors =
    [
        .. Each("/account/register", "register", ["key", "handle", "display-name", "email", "password", "is-of-age", "accepts-terms", "wants-digest"], NewMember),
        .. Each("/account/login", "login", ["email", "password", "stay"], [("email", "nobody@example.com"), ("password", "tent and campfire")]),
        new("/account/forgot", "forgot", "email", []),
        new("/account/resend", "resend", "email", []),
        new("/account/reset?token=x", "reset", "password", []),
        new("/account/claim?member=nobody", "claim", "email", []),
        .. Each("/account/claim/take?token=x", "take", ["password", "is-of-age", "accepts-terms"], []),
    ];

    public static readonly IReadOnlyList<Field> OfMembers =
    [
        new("/account/settings", "profile", "display-name", [("bio", "")], "/account/settings"),
        new("/account/settings", "profile", "bio", [("display-name", "Olga")], "/account/settings", "Of myself {n}: "),
        .. Each("/account/settings", "preferences", ["language", "timeZone", "theme", "shows-presence"], [("language", "en"), ("timeZone", ""), ("theme", "System")]),
        new("/account/settings", "digest", "wants-digest", []),
        new("/account/password", "password", "password", [("current-password", "not my password")]),
        new("/account/password", "password", "current-password", [("password", "tent and campfire")]),
        .. Each("/account/email", "email", ["email", "current-password"], [("email", "new-{n}@example.com"), ("current-password", "not my password")]),
        .. Each("/me/data", "erase", ["texts", "handle", "current-password"], [("texts", "keep"), ("handle", "somebody-else"), ("current-password", "not my password")]),
        .. Each("/me/tokens", "token", ["name", "scope", "lasts", "current-password"], [("name", "A bot {n}"), ("scope", "Read"), ("lasts", "90"), ("current-password", "not my password")]),
        new("/me/tokens", "revoke", "token", []),
        new("/forums/general/new", "topic", "title", Topic, "{mine}/edit", "Letter {n}: "),
        new("/forums/general/new", "topic", "body", Topic, "{mine}/edit", LongLead),
        .. Each("/forums/general/new", "topic", ["tags", "key", "draft", "step"], Topic),
        new("{topic}?reply=0", "reply", "body", [("step", "post")], "{mine}/edit", LongLead),
        .. Each("{topic}?reply=0", "reply", ["key", "to", "draft", "step"], [("body", Body), ("step", "post")]),
        new("/ideas/new?board=ideas", "idea", "title", Topic, "{mine}/edit", "Letter {n}: "),
        new("/ideas/new?board=ideas", "idea", "body", Topic, "{mine}/edit", LongLead),
        .. Each("/ideas/new?board=ideas", "idea", ["tags", "key", "draft", "step", "instead"], Topic),
        new("{post}/edit", "edit", "title", Edit, "{post}/edit", "Letter {n}: "),
        new("{post}/edit", "edit", "body", Edit, "{post}/edit", LongLead),
        .. Each("{post}/edit", "edit", ["tags", "reason", "version", "key", "draft", "step", "began", "mine", "against", "chosen"], Edit),
        new("{post}/bookmark", "bookmark", "note", [("remind", "")], "{post}/bookmark", "For the winter {n}: "),
        new("{post}/bookmark", "bookmark", "remind", [("note", "")]),
        .. Each("/report?post={other}", "report", ["note", "reason", "key"], [("reason", "Spam"), ("note", "")]),
    ];

    public static readonly IReadOnlyList<Field> OfStaff =
    [
        .. Each("/admin/brand", "brand", ["name", "taglineJa", "taglineEn", "accent"], Brand, "/admin/brand"),
        new("/admin/brand", "brand", "logo", Brand),
        .. Each("/admin/announcement", "announcement", ["announcementJa", "announcementEn", "link"], Announcement, "/admin/announcement"),
        .. Each("/admin/site", "site", ["language", "timeZone", "minimumAge", "open", "holds"], Site),
        new("/admin/documents/rules", "document", "documentJa", [("documentEn", Body)], "/admin/documents/rules", LongLead),
        new("/admin/documents/rules", "document", "documentEn", [("documentJa", "")], "/admin/documents/rules", LongLead),
        new("/admin/documents/rules", "document", "from", [("documentJa", ""), ("documentEn", Body)]),
        new("/admin/forums", "order", "move", []),
        .. Each(
            "/admin/forums/new", "forum",
            ["key", "nameJa", "nameEn", "descriptionJa", "descriptionEn", "slug", "hue", "parent", "readAudience", "startAudience", "replyAudience"], Forum),
        new("/admin/forums/help", "archive", "to", []),
        new("/admin/boards", "order", "move", []),
        .. Each(
            "/admin/boards/new", "board",
            ["key", "nameJa", "nameEn", "rulesJa", "rulesEn", "slug", "hue", "readAudience", "submitAudience", "has-budget", "shows-backers", "reviews-first", "answerDays"], Board),
        new("/admin/boards/ideas", "archive", "to", []),
        new("{desk}/lock", "lock", "lock-reason", [("to", "true")]),
        new("{desk}/lock", "lock", "to", [("lock-reason", Reason)]),
        new("{desk}/pin", "pin", "pin-reason", [("to", "true")]),
        .. Each("{desk}/live", "live", ["is-live", "read-only", "slow", "slow-for", "hosts", "live-reason"], [("is-live", "true"), ("hosts", ""), ("live-reason", "a test knocks")]),
        .. Each("{desk}/move", "move", ["forum", "move-reason"], [("forum", "help"), ("move-reason", Reason)]),
        .. Each("{idea-desk}", "status", ["key", "from", "to", "text", "step"], [("from", "open"), ("to", "open"), ("text", Body), ("step", "post")]),
        new("{idea-desk}/merge?into={other-idea}", "merge", "into", []),
        .. Each("{idea-desk}/split", "split", ["key", "title", "body", "step"], [("title", Title), ("body", Body), ("step", "post")]),
        .. Each("{idea-desk}/move", "move", ["board", "reason"], [("board", "nowhere"), ("reason", "")]),
        .. Each("{idea-desk}/votes", "pass-on", ["key", "name", "evidence"], [("name", "Uncle Ben"), ("evidence", Body)]),
        new("{idea-desk}/votes", "back", "vote", []),
        .. Each("{judged}/state", "state", ["to", "reason", "return"], [("to", "hidden"), ("reason", Reason)]),
        .. Each("{former}/state", "revision", ["to", "reason"], [("to", "true"), ("reason", Reason)]),
        .. Each("{member}/suspend", "suspend", ["hours", "reason"], [("hours", "24"), ("reason", Reason)]),
        new("{member}/suspend", "suspend", "until", [("hours", "0"), ("reason", Reason)]),
        new("{member}/unsuspend", "unsuspend", "end-reason", []),
        .. Each("{member}/role", "role", ["role", "role-reason"], [("role", "Moderator"), ("role-reason", Reason)]),
        .. Each("/admin{member}/erase", "erase", ["texts", "typed-handle", "reason", "current-password"], [("texts", "keep"), ("typed-handle", "somebody-else"), ("reason", Reason)]),
        .. Each("{imported}", "offer", ["claim-email", "claim-reason"], [("claim-email", "was-{n}@example.com"), ("claim-reason", Reason)]),
        new("/moderation/log", "undo", "entry", []),
        new("/moderation", "decide", "choice", []),
    ];

    public static IEnumerable<Field> All => OfVisitors.Concat(OfMembers).Concat(OfStaff);

    public bool IsOfVisitors => OfVisitors.Contains(this);

    public bool IsSecret => Name.EndsWith("password", StringComparison.Ordinal);

    public bool AsksForPassword => Path is "/account/password" or "/account/email" or "/me/data" or "/me/tokens";

    /// <summary>Chosen, ticked or carried along, not typed: what it holds is not shown again.</summary>
    public bool IsChoice =>
        Name is "language" or "timeZone" or "theme" or "hue" or "hours" or "role" or "forum" or "parent" or "readAudience" or "startAudience" or "replyAudience" or "open" or "holds"
            or "is-of-age" or "accepts-terms" or "wants-digest" or "shows-presence" or "is-live" or "read-only" or "slow" or "slow-for" or "stay" or "key" or "draft" or "to" or "step" or "version" or "from" or "return" or "move" or "began" or "mine" or "against" or "chosen" or "entry" or "choice" or "texts" or "instead" or "into" or "board" or "vote" or "submitAudience" or "has-budget" or "shows-backers" or "reviews-first"
        || (Form == "report" && Name == "reason")
        || (Form == "token" && Name is "scope" or "lasts")
        || Form == "revoke";

    public override string ToString() => $"{Path} {Form} {Name}";

    private static IEnumerable<Field> Each(string path, string form, string[] names, (string, string)[] others, string? readAt = null) =>
        names.Select(name => new Field(path, form, name, others, readAt));
}
