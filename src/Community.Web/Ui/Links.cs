using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Discussions.Following;
using Community.Ideas;
using Community.Shared;
using Community.Web.Hosting;

namespace Community.Web.Ui;

/// <summary>Every address inside the site. Public ones stay as they are; what a person typed is escaped here and nowhere else.</summary>
public static partial class Links
{
    public const string Home = "/";
    public const string Forums = "/forums";
    public const string Ideas = "/ideas";
    public const string NewIdeaPath = "/ideas/new";
    public const string ShippedIdeas = "/ideas/shipped";
    public const string Roadmap = "/roadmap";
    public const string Rules = "/rules";
    public const string Terms = "/terms";
    public const string Privacy = "/privacy";
    public const string Register = "/account/register";
    public const string SignOut = "/account/logout";
    public const string Account = "/account/settings";
    public const string MyData = "/me/data";
    public const string Drafts = "/me/drafts";

    /// <summary>Names for a text that is being written: <c>?place=</c> as a draft's, <c>&amp;q=</c> what was typed.</summary>
    public const string People = "/people";
    public const string Follows = "/me/follows";

    public const string Bookmarks = "/me/bookmarks";

    /// <summary>Where "all read" is said.</summary>
    public const string ReadMarks = "/me/read-marks";

    /// <summary>Says on the next page that it can be taken back.</summary>
    public const string Marked = "marked";

    /// <summary>Where open pages tell what was read.</summary>
    public const string Reading = "/read";

    /// <summary>Opens a form with the draft in it, as <c>?draft=continue</c>.</summary>
    public const string DraftStep = "draft";
    public const string ContinueDraft = "continue";
    public const string Moderation = "/moderation";
    public const string Administration = "/admin";
    public const string Api = "/api";
    public const string Problems = "/problems";

    public const string SearchPage = "/search";

    /// <summary>What may be meant by <c>?q=</c>, for a field that searches.</summary>
    public const string Suggest = "/search/suggest";

    /// <summary>Topics like <c>?title=</c>, for a form that starts one.</summary>
    public const string Similar = "/search/similar";

    /// <summary>The same for ideas.</summary>
    public const string SimilarIdeas = "/ideas/similar";
    public const string LatestFeed = "/feeds/latest.atom";
    public const string IdeasFeed = "/feeds/ideas.atom";
    public const string Sitemap = "/sitemap.xml";
    public const string SitemapOfPages = "/sitemap-pages.xml";

    public static string Forum(string slug, string? sort = null, string? after = null) => With($"/forums/{Escape(slug)}", ("sort", sort), ("after", after));

    public static string NewTopic(string forumSlug) => $"/forums/{Escape(forumSlug)}/new";

    /// <summary>A topic, at one of its pages where that is not the first.</summary>
    public static string Topic(long number, string slug, int page = 1) =>
        With($"/t/{Text(number)}/{Escape(slug)}", ("page", page > 1 ? Text(page) : null));

    /// <summary>A page of a topic whatever its reader has read: the plain address leads a member on to what is new.</summary>
    public static string TopicPage(long number, string slug, int page) => With(Topic(number, slug), ("page", Text(page)));

    /// <summary>A post where it stands in its topic.</summary>
    public static string TopicPost(long number, string slug, int post) => TopicPage(number, slug, DiscussionLimits.PageOf(post)) + Anchor(post);

    /// <summary>A topic at whatever post number is written after it.</summary>
    public static string TopicJump(long number, string slug) => $"{Topic(number, slug)}?{PageAddress.Jump}=";

    /// <summary>A list of ideas.</summary>
    /// <param name="board">The address of a board; null for all.</param>
    /// <param name="sort">An order of open ideas; null for the usual one.</param>
    /// <param name="span">With the top: its period.</param>
    /// <param name="status">Ideas with that status instead of open ones.</param>
    /// <param name="after">The cursor of the page before.</param>
    /// <param name="tag">Open ideas with that tag alone.</param>
    public static string IdeaList(string? board = null, string? sort = null, string? span = null, string? status = null, string? after = null, string? tag = null) =>
        With(Ideas, ("board", board), ("tag", tag), ("status", status), ("sort", sort), ("span", span), ("after", after));

    /// <summary>A status as an address has it: under-review.</summary>
    public static string StatusValue(IdeaStatus status) => JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());

    /// <summary>The status that an address or a form names; null where there is none.</summary>
    public static IdeaStatus? StatusOf(string? value) => Enum.GetValues<IdeaStatus>().Cast<IdeaStatus?>().FirstOrDefault(s => StatusValue(s!.Value) == value);

    public static string NewIdea(string? board = null) => With(NewIdeaPath, ("board", board));

    /// <summary>An idea whose title is not at hand: leads on to its address.</summary>
    public static string Idea(long number) => $"/ideas/{Text(number)}";

    public static string Idea(long number, string slug, int page = 1) => With($"/ideas/{Text(number)}/{Escape(slug)}", ("page", page > 1 ? Text(page) : null));

    /// <summary>An idea at whatever comment number is written after it.</summary>
    public static string IdeaJump(long number, string slug) => $"{Idea(number, slug)}?{PageAddress.Jump}=";

    /// <summary>A comment where it stands under its idea.</summary>
    public static string IdeaPost(long number, string slug, int post) => Idea(number, slug, DiscussionLimits.PageOf(post)) + Anchor(post);

    /// <summary>Whatever a discussion stands under.</summary>
    public static string Subject(ContentKind kind, long number, string slug) => kind == ContentKind.Idea ? Idea(number, slug) : Topic(number, slug);

    /// <summary>A post under whatever it stands under.</summary>
    public static string SubjectPost(ContentKind kind, long number, string slug, int post) => kind == ContentKind.Idea ? IdeaPost(number, slug, post) : TopicPost(number, slug, post);

    public static string Backers(long number, string? after = null) => With($"/ideas/{Text(number)}/backers", ("after", after));

    /// <summary>Where a moderator hides the reason of a vote, or shows it again.</summary>
    public static string HideReason(long number, long vote) => $"/ideas/{Text(number)}/backers/{Text(vote)}/reason";

    /// <summary>What an idea says that was merged into another one, and what was said of it.</summary>
    public static string MergedFrom(long number, long source, int page = 1) => With($"/ideas/{Text(number)}/from/{Text(source)}", ("page", page > 1 ? Text(page) : null));

    /// <summary>Where a vote is said.</summary>
    public static string Vote(long number) => $"/ideas/{Text(number)}/vote";

    /// <summary>Where the team decides about an idea.</summary>
    public static string IdeaDesk(long number) => $"/ideas/{Text(number)}/team";

    /// <param name="number">The idea that goes.</param>
    /// <param name="into">The one that stays, where it is chosen.</param>
    public static string IdeaDeskMerge(long number, long? into = null) => With($"/ideas/{Text(number)}/team/merge", ("into", into is { } target ? Text(target) : null));

    public static string IdeaDeskSplit(long number) => $"/ideas/{Text(number)}/team/split";

    /// <param name="number">The idea.</param>
    /// <param name="to">The board that stands in the form; the one it is in where none is named.</param>
    public static string IdeaDeskMove(long number, string? to = null) => With($"/ideas/{Text(number)}/team/move", ("to", to));

    public static string IdeaDeskVotes(long number) => $"/ideas/{Text(number)}/team/votes";

    /// <summary>What the log says of something, where it can be taken back.</summary>
    public static string LogAbout(ContentRef about) => With($"{Moderation}/log", ("about", $"{about.Kind}:{Text(about.Id)}"));

    /// <summary>The number of an idea in what somebody typed: the number itself, with or without #, or its address.</summary>
    public static long? IdeaNumberIn(string? typed) =>
        typed is not null && TypedIdea().Match(typed.Trim()) is { Success: true } found && long.TryParse(found.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string RoadmapOf(string? board = null) => With(Roadmap, ("board", board));

    public static string Shipped(string? after = null) => With(ShippedIdeas, ("after", after));

    /// <summary>What changed on a page of a topic, for a browser that has it open.</summary>
    public static string TopicChanges(long number, int page) => $"/t/{Text(number)}/changes?page={Text(page)}";

    /// <summary>The same for an idea.</summary>
    public static string IdeaChanges(long number, int page) => $"/ideas/{Text(number)}/changes?page={Text(page)}";

    /// <summary>Where a visitor's page says that it is looked at.</summary>
    public static string Seen(long discussion) => $"/seen?discussion={Text(discussion)}";

    /// <summary>The picture by which a page without script tells how far it goes.</summary>
    public static string ReadUpTo(long discussion, int number) => $"{Reading}?discussion={Text(discussion)}&upto={Text(number)}";

    /// <summary>Signals of a discussion.</summary>
    public static string LiveStream(long discussion) => $"/live/stream?discussion={Text(discussion)}";

    /// <summary>Who else has a discussion open.</summary>
    public static string LivePeople(long discussion) => $"/live/people?discussion={Text(discussion)}";

    /// <summary>The place of a post on its page.</summary>
    public static string Anchor(int post) => "#" + AnchorId(post);

    public static string AnchorId(int post) => "post-" + Text(post);

    /// <summary>A post where it stands under its subject.</summary>
    public static string PostAt(string path, int post) => With(path, ("page", Text(DiscussionLimits.PageOf(post)))) + Anchor(post);

    /// <summary>The permalink of a post, which follows it wherever it goes.</summary>
    public static string Post(long id) => $"/p/{Text(id)}";

    /// <summary>What is followed at a level.</summary>
    public static string FollowsOf(FollowLevel level) => With(Follows, ("level", level.ToString().ToLowerInvariant()));

    /// <summary>Where a level is said.</summary>
    public static string Follow(FollowKind kind, long id, FollowLevel level) => $"{Follows}/{kind.ToString().ToLowerInvariant()}/{Text(id)}/{level.ToString().ToLowerInvariant()}";

    public static string Bookmark(long postId) => $"/p/{Text(postId)}/bookmark";

    public static string EditPost(long id) => $"/p/{Text(id)}/edit";

    public static string Revisions(long id) => $"/p/{Text(id)}/revisions";

    public static string RevisionState(long postId, int version) => $"/p/{Text(postId)}/revisions/{Text(version)}/state";

    public static string React(long postId) => $"/p/{Text(postId)}/react";

    public static string RemovePost(long id) => $"/p/{Text(id)}/remove";

    public static string PostState(long id) => $"/p/{Text(id)}/state";

    public static string Answer(long topicNumber) => $"/t/{Text(topicNumber)}/answer";

    public static string LockTopic(long topicNumber) => $"/t/{Text(topicNumber)}/lock";

    public static string PinTopic(long topicNumber) => $"/t/{Text(topicNumber)}/pin";

    public static string LiveThread(long topicNumber) => $"/t/{Text(topicNumber)}/live";

    public static string MoveTopic(long topicNumber) => $"/t/{Text(topicNumber)}/move";

    /// <summary>Where the draft of a form is saved.</summary>
    public static string Draft(string place) => $"/drafts/{place}";

    public static string DiscardDraft(string place) => $"{Draft(place)}/discard";

    public static string Report(long postId) => $"/report?post={Text(postId)}";

    /// <summary>What a refusal means.</summary>
    public static string Problem(string code) => $"{Problems}/{Escape(code)}";

    public static string Tag(string key, string? after = null) => With($"/tags/{Escape(key)}", ("after", after));

    public static string Member(string handle, string? after = null) => With($"/members/{Escape(handle)}", ("after", after));

    /// <summary>The member as the staff sees them.</summary>
    public static string MemberDesk(string handle) => $"{Moderation}/members/{Escape(handle)}";

    public static string EraseMember(string handle) => $"{Administration}/members/{Escape(handle)}/erase";

    public static string Claim(string handle) => With("/account/claim", ("member", handle));

    public static string SignIn(string? back = null) => With("/account/login", ("return", back));

    public static string Language(string language, string back) => With("/account/preferences", ("language", language), ("return", back));

    public static string Theme(string theme, string back) => With("/account/preferences", ("theme", theme), ("return", back));

    public static string Search(string? text = null, string? kind = null, string? sort = null, string? after = null) => With(SearchPage, ("q", text), ("kind", kind), ("sort", sort), ("after", after));

    public static string ForumFeed(string slug) => $"/feeds/forums/{Escape(slug)}.atom";

    public static string TagFeed(string key) => $"/feeds/tags/{Escape(key)}.atom";

    public static string BoardFeed(string slug) => $"/feeds/boards/{Escape(slug)}.atom";

    public static string IdeaFeed(long number) => $"/feeds/ideas/{Text(number)}.atom";

    public static string TopicFeed(long number) => $"/feeds/topics/{Text(number)}.atom";

    public static string SitemapOfTopics(int piece) => $"/sitemap-topics-{Text(piece)}.xml";

    public static string SitemapOfIdeas(int piece) => $"/sitemap-ideas-{Text(piece)}.xml";

    /// <summary>An address with those query parameters that have a value.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        var separator = '?';
        foreach (var (name, value) in query)
        {
            if (value is null)
                continue;
            address = $"{address}{separator}{name}={Escape(value)}";
            separator = '&';
        }

        return address;
    }

    private static string Escape(string part) => Uri.EscapeDataString(part);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:#?|\S*/ideas/)([0-9]{1,18})(?:[/?#]\S*)?$")]
    private static partial Regex TypedIdea();
}
