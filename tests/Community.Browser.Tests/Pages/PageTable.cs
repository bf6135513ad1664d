using Community.Browser.Tests.People;
using Community.Browser.Tests.Seeded;
using Microsoft.Playwright;

namespace Community.Browser.Tests.Pages;

/// <summary>Every page, for everybody to whom it looks different, empty and refusing ones included.</summary>
internal sealed record PageToSee(Who Who, Func<Places, string> Path, int Status = 200, Func<Person, Task>? First = null)
{
    private static readonly IReadOnlyList<(string Name, PageToSee Page)> Table =
    [
        ("home", new(Who.Visitor, _ => "/")),
        ("forums", new(Who.Visitor, _ => "/forums")),
        ("a forum", new(Who.Visitor, _ => "/forums/general")),
        ("a forum, newest first", new(Who.Visitor, _ => "/forums/general?sort=newest")),
        ("an empty forum", new(Who.Visitor, _ => $"/forums/{Seed.EmptyForum}")),
        ("a forum where all is answered", new(Who.Visitor, _ => "/forums/help?sort=unanswered")),
        ("a long topic", new(Who.Visitor, places => places.LongTopic)),
        ("a topic's second page", new(Who.Visitor, places => places.LongTopic + "?page=2")),
        ("a solved topic", new(Who.Visitor, places => places.SolvedTopic)),
        ("a locked topic", new(Who.Visitor, places => places.LockedTopic)),
        ("tombstones", new(Who.Visitor, places => places.StateTopic)),
        ("a tag", new(Who.Visitor, _ => "/tags/rain")),
        ("ideas", new(Who.Visitor, _ => "/ideas")),
        ("ideas, the top of a month", new(Who.Visitor, _ => "/ideas?sort=top&span=month")),
        ("ideas, none with a status", new(Who.Visitor, _ => "/ideas?status=declined")),
        ("an idea", new(Who.Visitor, places => places.PlannedIdea)),
        ("an idea that was merged", new(Who.Visitor, places => places.MergedIdea)),
        ("who backs an idea", new(Who.Visitor, places => places.PlannedIdea[..places.PlannedIdea.LastIndexOf('/')] + "/backers")),
        ("the roadmap", new(Who.Visitor, _ => "/roadmap")),
        ("what came of ideas", new(Who.Visitor, _ => "/ideas/shipped")),
        ("search, nothing asked", new(Who.Visitor, _ => "/search")),
        ("search", new(Who.Visitor, _ => "/search?q=path")),
        ("search in posts, newest first", new(Who.Visitor, _ => "/search?q=%E9%81%93&kind=posts&sort=newest")),
        ("search in tags", new(Who.Visitor, _ => "/search?q=rain&kind=tags")),
        ("search in members", new(Who.Visitor, _ => "/search?q=aoi&kind=members")),
        ("search, nothing found", new(Who.Visitor, _ => "/search?q=xylophone")),
        ("search, some of the words", new(Who.Visitor, _ => "/search?q=path+xylophone")),
        ("search, filtered", new(Who.Visitor, _ => "/search?q=path+is%3Asolved+author%3Anao")),
        ("a member", new(Who.Visitor, _ => "/members/aoi")),
        ("a member without posts", new(Who.Visitor, _ => "/members/nao")),
        ("rules", new(Who.Visitor, _ => "/rules")),
        ("terms", new(Who.Visitor, _ => "/terms")),
        ("privacy", new(Who.Visitor, _ => "/privacy")),
        ("not found", new(Who.Visitor, _ => "/nothing/here", 404)),
        ("something failed", new(Who.Visitor, _ => "/error", 500)),
        ("sign in", new(Who.Visitor, _ => "/account/login")),
        ("sign in, refused", new(Who.Visitor, _ => "/account/login", First: SignsInWrongly)),
        ("register", new(Who.Visitor, _ => "/account/register")),
        ("register, refused", new(Who.Visitor, _ => "/account/register", First: person => person.SendsUnchecked(person.Words.Register))),
        ("mail is sent", new(Who.Visitor, _ => "/account/sent")),
        ("forgotten password", new(Who.Visitor, _ => "/account/forgot")),
        ("confirmation once more", new(Who.Visitor, _ => "/account/resend")),
        ("confirm", new(Who.Visitor, _ => "/account/confirm?token=x")),
        ("confirm, refused", new(Who.Visitor, _ => "/account/confirm?token=x", First: person => person.SendsUnchecked(person.Words.ConfirmAddress))),
        ("reset", new(Who.Visitor, _ => "/account/reset?token=x")),
        ("erased", new(Who.Visitor, _ => "/me/erased")),
        ("claim", new(Who.Visitor, _ => "/account/claim?member=aoi")),
        ("claim, refused", new(Who.Visitor, _ => "/account/claim/take?token=x", 422)),
        ("the API", new(Who.Visitor, _ => "/api", First: OpensCalls)),
        ("refusals", new(Who.Visitor, _ => "/problems")),
        ("a refusal", new(Who.Visitor, _ => "/problems/edit-conflict")),
        ("no refusal", new(Who.Visitor, _ => "/problems/nothing", 404)),
        ("set-up, closed", new(Who.Visitor, _ => "/setup", 404)),

        ("search, for a member", new(Who.Ren, _ => "/search?q=path&kind=posts")),
        ("home, for a member", new(Who.Aoi, _ => "/")),
        ("a forum, for a member", new(Who.Ren, _ => "/forums/general")),
        ("an empty forum, for a member", new(Who.Ren, _ => $"/forums/{Seed.EmptyForum}")),
        ("a long topic, for a member", new(Who.Ren, places => places.LongTopic)),
        ("own posts", new(Who.Aoi, places => places.StateTopic)),
        ("removing an own post", new(Who.Aoi, places => places.StateTopic + "?remove=2")),
        ("a locked topic, for a member", new(Who.Aoi, places => places.LockedTopic)),
        ("a topic, unconfirmed", new(Who.Yui, places => places.SolvedTopic)),
        ("writing a reply", new(Who.Ren, places => places.SolvedTopic + "?reply=2")),
        ("writing a reply, refused", new(Who.Ren, places => places.SolvedTopic + "?reply=0", First: person => person.SendsUnchecked(person.Words.PostReply))),
        ("writing a reply, with a draft", new(Who.Mia, places => places.SolvedTopic + "?reply=0")),
        ("going on with a draft", new(Who.Mia, places => places.SolvedTopic + "?reply=0&draft=continue")),
        ("starting a topic", new(Who.Ren, _ => "/forums/general/new")),
        ("starting a topic, refused", new(Who.Ren, _ => "/forums/general/new", First: person => person.SendsUnchecked(person.Words.PostTopic))),
        ("starting a topic, unconfirmed", new(Who.Yui, _ => "/forums/general/new", 403)),
        ("ideas, for a member", new(Who.Ren, _ => "/ideas")),
        ("own ideas, none", new(Who.Mio, _ => "/ideas?sort=mine")),
        ("an idea that one backs", new(Who.Ren, places => places.PlannedIdea)),
        ("sharing an idea", new(Who.Ren, _ => "/ideas/new")),
        ("sharing an idea, unconfirmed", new(Who.Yui, _ => "/ideas/new", 403)),
        ("bookmarks, none", new(Who.Mio, _ => "/me/bookmarks")),
        ("a bookmark", new(Who.Ren, places => $"/p/{places.EditedPost}/bookmark")),
        ("what is followed", new(Who.Ren, _ => "/me/follows?level=tracking")),
        ("nothing muted", new(Who.Ren, _ => "/me/follows?level=muted")),
        ("drafts", new(Who.Mia, _ => "/me/drafts")),
        ("no drafts", new(Who.Mio, _ => "/me/drafts")),
        ("editing an opening", new(Who.Ren, places => $"/p/{places.OpeningOfRen}/edit")),
        ("editing a reply", new(Who.Aoi, places => $"/p/{places.EditedPost}/edit")),
        ("editing, refused", new(Who.Aoi, places => $"/p/{places.EditedPost}/edit", First: EmptiesTheText)),
        ("a history", new(Who.Visitor, places => $"/p/{places.EditedPost}/revisions")),
        ("no history", new(Who.Visitor, places => $"/p/{places.OpeningOfRen}/revisions")),
        ("reporting a post", new(Who.Ren, places => $"/report?post={places.EditedPost}")),
        ("a topic, suspended", new(Who.Gen, places => places.SolvedTopic)),
        ("an own post that waits", new(Who.Taku, places => places.SolvedTopic)),
        ("own settings", new(Who.Aoi, _ => "/account")),
        ("own data", new(Who.Aoi, _ => "/me/data")),
        ("own settings, unconfirmed", new(Who.Yui, _ => "/account")),
        ("change password", new(Who.Aoi, _ => "/account/password")),
        ("change address", new(Who.Aoi, _ => "/account/email")),
        ("no tokens", new(Who.Ren, _ => "/me/tokens")),
        ("a new token", new(Who.Aoi, _ => "/me/tokens", First: MakesAToken)),
        ("a token, refused", new(Who.Aoi, _ => "/me/tokens", First: person => person.SendsUnchecked(person.Words.MakeToken))),
        ("tokens, suspended", new(Who.Gen, _ => "/me/tokens")),
        ("the API, for a member", new(Who.Aoi, _ => "/api")),

        ("posts of every state, for a moderator", new(Who.Mia, places => places.StateTopic)),
        ("moderating a post", new(Who.Mia, places => places.StateTopic + "?moderate=2")),
        ("a post's state", new(Who.Mia, places => $"/p/{places.HiddenPost}/state")),
        ("a history, for a moderator", new(Who.Mia, places => $"/p/{places.EditedPost}/revisions")),
        ("hiding a former text", new(Who.Mia, places => $"/p/{places.EditedPost}/revisions/1/state")),
        ("running a live thread", new(Who.Mia, places => Numbered(places.SolvedTopic) + "/live")),
        ("pinning a topic", new(Who.Mia, places => Numbered(places.SolvedTopic) + "/pin")),
        ("a suspended member, for a moderator", new(Who.Mia, _ => "/moderation/members/gen")),
        ("editing somebody's post", new(Who.Mia, places => $"/p/{places.EditedPost}/edit")),
        ("the queue", new(Who.Mia, _ => "/moderation")),
        ("the log", new(Who.Mia, _ => "/moderation/log")),
        ("members, for a moderator", new(Who.Mia, _ => "/moderation/members")),
        ("a member, for a moderator", new(Who.Mia, _ => "/moderation/members/ren")),
        ("locking a topic", new(Who.Mia, places => Numbered(places.SolvedTopic) + "/lock")),
        ("moving a topic", new(Who.Mia, places => Numbered(places.SolvedTopic) + "/move")),
        ("an idea, for the team", new(Who.Mia, places => places.PlannedIdea)),
        ("a decision about an idea", new(Who.Mia, places => places.PlannedIdea + "?done=status")),
        ("answering an idea", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team")),
        ("merging an idea", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team/merge?q=meet-up")),
        ("two ideas that are to be merged", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team/merge?into=" + places.ShippedIdea.Split('/')[2])),
        ("unmerging an idea", new(Who.Mia, places => $"/ideas/{places.MergedIdea.Split('/')[^1]}/team/merge")),
        ("splitting an idea", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team/split")),
        ("moving an idea", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team/move")),
        ("votes of others", new(Who.Mia, places => Numbered(places.PlannedIdea) + "/team/votes")),
        ("no right", new(Who.Aoi, _ => "/moderation", 404)),

        ("administration", new(Who.Ada, _ => "/admin")),
        ("the site", new(Who.Ada, _ => "/admin/site")),
        ("the brand", new(Who.Ada, _ => "/admin/brand")),
        ("the announcement", new(Who.Ada, _ => "/admin/announcement")),
        ("forums, for an admin", new(Who.Ada, _ => "/admin/forums")),
        ("a new forum", new(Who.Ada, _ => "/admin/forums/new")),
        ("a forum's settings", new(Who.Ada, _ => "/admin/forums/general")),
        ("boards, for an admin", new(Who.Ada, _ => "/admin/boards")),
        ("a board, archived instead", new(Who.Ada, _ => "/admin/boards?done=archived")),
        ("a new board", new(Who.Ada, _ => "/admin/boards/new")),
        ("a board's settings", new(Who.Ada, _ => "/admin/boards/ideas")),
        ("documents", new(Who.Ada, _ => "/admin/documents")),
        ("a document", new(Who.Ada, _ => "/admin/documents/rules")),
        ("erasing a member", new(Who.Ada, _ => "/admin/members/ren/erase")),
        ("a member, for an admin", new(Who.Ada, _ => "/moderation/members/ren")),
        ("members, for the owner", new(Who.Haru, _ => "/admin/members")),
        ("mail", new(Who.Haru, _ => "/admin/mail")),
    ];

    private static readonly IReadOnlyDictionary<string, PageToSee> ByName = Table.ToDictionary(row => row.Name, row => row.Page);

    public static IEnumerable<TheoryDataRow<string>> OfVisitors => Rows(who => who == Who.Visitor);

    public static IEnumerable<TheoryDataRow<string>> OfMembers => Rows(who => who != Who.Visitor && !IsStaff(who));

    public static IEnumerable<TheoryDataRow<string>> OfStaff => Rows(IsStaff);

    public static PageToSee Named(string name) => ByName[name];

    public static int IndexOf(string name) => Table.TakeWhile(row => row.Name != name).Count();

    private static IEnumerable<TheoryDataRow<string>> Rows(Func<Who, bool> isOf) =>
        Table.Where(row => isOf(row.Page.Who)).Select(row => new TheoryDataRow<string>(row.Name));

    private static bool IsStaff(Who who) => who is Who.Mia or Who.Ada or Who.Haru;

    /// <summary>The address of a topic without its words.</summary>
    private static string Numbered(string topic) => topic[..topic.LastIndexOf('/')];

    // One of each chapter: they are all of one make.
    private static Task OpensCalls(Person person) =>
        person.Page.EvaluateAsync("() => document.querySelectorAll('.call:first-child').forEach(call => { call.open = true; })");

    private static async Task MakesAToken(Person person)
    {
        await person.Types(person.Words.TokenName, "Weather bot");
        await person.Types(person.Words.CurrentPassword, Person.Password);
        await person.Presses(person.Words.MakeToken);
        await Assertions.Expect(person.Page.Locator("#made-token")).ToBeVisibleAsync();
    }

    private static async Task EmptiesTheText(Person person)
    {
        await person.Types(person.Words.Text, "");
        await person.SendsUnchecked(person.Words.Save);
    }

    private static async Task SignsInWrongly(Person person)
    {
        await person.Types(person.Words.Email, "nobody@example.com");
        await person.Types(person.Words.Password, "not the password");
        await person.SendsUnchecked(person.Words.SignIn);
    }
}
