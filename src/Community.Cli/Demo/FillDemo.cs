using Community.Cli.Hosting;
using Community.Data;
using Community.Imports.Contract;
using Community.Members;
using Community.Members.Contract;
using Community.Shared;
using Community.Shared.Site;
using Microsoft.EntityFrameworkCore;

namespace Community.Cli.Demo;

/// <summary>Fills an empty database with the demo community, all of it or nothing, and gives it an owner.</summary>
internal sealed class FillDemo(CommunityData data, Ids ids, TimeProvider time, SetUpCommunity setUp)
{
    public const string Brand = "Sazanami";
    public const string OwnerHandle = "sazanami";

    private const string Accent = "#1f6f8b";
    private const string TimeZone = "Asia/Tokyo";

    public sealed record Input(string Email, string Password);

    public sealed record Filled(int Members, int Topics, int Posts, int Ideas);

    public async Task<Filled> Run(Input input, CancellationToken cancel)
    {
        var owner = new SetUpCommunity.Input(Brand, Languages.Japanese, TimeZone, OwnerHandle, input.Email, input.Password) { OwnerLanguage = null };
        if (SetUpCommunity.WhyNot(owner).FirstOrDefault() is { } problem)
            throw new Refusal($"The owner cannot be made: {problem.Code}.");
        if (await data.Read(async db => await db.Members.AnyAsync(cancel) || await db.Forums.AnyAsync(cancel), cancel))
            throw new Refusal("There is a community in this database already; the demo fills an empty one only.");

        var now = time.GetUtcNow();
        var forums = Forums().ToList();
        var members = Languages.All.SelectMany(language => DemoContent.Members(language).Select(m => Make(m, now))).ToDictionary(m => m.Handle);
        var made = new DemoTopics(members, now);
        var topics = forums
            .SelectMany(f => Languages.All.SelectMany(language => Topics(language, f).Select(t => made.Make(t, f.Id))))
            .OrderBy(t => t.CreatedAt)
            .ToList();
        var boards = DemoContent.Boards.Select((board, at) => Make(board, at + 1)).ToList();
        var wishes = new DemoIdeas(members, boards.ToDictionary(b => b.Slug, b => b.Id), now);
        var ideas = Languages.All.SelectMany(language => wishes.Make(DemoContent.Ideas(language))).OrderBy(i => i.CreatedAt).ToList();
        await Write(members.Values, [new ForumsImported(forums), new TopicsImported(topics), new IdeasImported(boards, ideas)], cancel);

        // The owner comes last: an owner without a community would be worse than a community that still asks for one.
        if ((await setUp.Run(owner, cancel)).Problem is { } late)
            throw new Refusal($"The owner cannot be made: {late.Code}.");
        return new Filled(members.Count + 1, topics.Count, topics.Sum(t => t.Posts.Count) + ideas.Sum(i => i.Posts.Count), ideas.Count);
    }

    private Task Write(IEnumerable<Member> members, IReadOnlyList<IEvent> content, CancellationToken cancel) => data.Write<Done>(
        async db =>
        {
            var site = await db.TouchSite(cancel);
            (site.Name, site.Accent, site.LogoSvg) = (Brand, Accent, DemoContent.Mark);
            site.Tagline = new LocalizedText("折りたたんで、どこまでも。小さな車輪の集まる港。", "Fold it, carry it, ride on. A harbour for small wheels.");
            site.Announcement = new LocalizedText(
                "これはデモのコミュニティです。ブランドも人も実在しません。", "This is a demo community: the brand and its people do not exist.");
            db.Members.AddRange(members);
            db.Raise(new MembersNamed([.. members.Select(m => m.Id)]));
            foreach (var came in content)
                db.Raise(came);
            return Done.Yes;
        },
        cancel);

    private IEnumerable<ImportedForum> Forums()
    {
        var order = 0;
        foreach (var group in DemoContent.Forums)
        {
            var parent = Make(group, null, ++order);
            yield return parent;
            foreach (var forum in group.Children)
                yield return Make(forum, parent.Id, ++order);
        }
    }

    private ImportedBoard Make(DemoBoard board, int order) => new(ids.Next(), board.Slug, board.Name, board.Rules)
    {
        Hue = board.Hue,
        Order = order,
        HasBudget = board.HasBudget,
        AnswerDays = board.AnswerDays,
    };

    private ImportedForum Make(DemoForum forum, long? parent, int order) => new(ids.Next(), parent, forum.Slug, forum.Name, forum.Description)
    {
        Hue = forum.Hue,
        Order = order,
        StartAudience = forum.StartedBy == DemoForum.ByStaff ? Audience.Staff : Audience.Members,
    };

    private static Member Make(DemoMember member, DateTimeOffset now)
    {
        var joined = now - TimeSpan.FromDays(member.JoinedDaysAgo);
        return new Member
        {
            Id = Ids.At(joined, member.Handle.Aggregate(0L, (hash, c) => unchecked((hash * 31) + c))),
            Handle = member.Handle,
            HandleKey = HandleSkeleton.Of(member.Handle),
            DisplayName = member.Name,
            Bio = member.Bio,
            Role = member.Role,
            Trust = TrustLevel.Member,
            JoinedAt = joined,
        };
    }

    // Only leaves hold topics.
    private static IReadOnlyList<DemoTopic> Topics(string language, ImportedForum forum) =>
        forum.ParentId is null ? [] : DemoContent.Topics(language, forum.Slug);
}
