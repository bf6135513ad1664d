using Community.ArchitectureTests.Reading;
using Community.ArchitectureTests.Rules;
using Community.Data;
using Community.Discussions;
using Community.Forums;
using Community.Ideas;
using Community.Imports;
using Community.Jobs;
using Community.Members;
using Community.Moderation;
using Community.Notifications;
using Community.Privacy;
using Community.Search;
using Community.Shared;
using Community.Shared.Personal;
using Community.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Community.ArchitectureTests;

public sealed class PersonalDataTests
{
    private static readonly IReadOnlySet<string> Agreed = AllowList.Read("impersonal-columns");
    private static readonly HashSet<string> None = [];

    [Fact]
    public void Every_column_that_leads_to_a_member_or_holds_words_has_a_rule()
    {
        using var services = Services();
        using var db = services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContext();

        Expect.NoBreach(PersonalColumns.Breaches(db.Model, Rules(services), Agreed));
    }

    [Fact]
    public void Every_rule_is_a_file_of_the_download_or_says_why_not()
    {
        using var services = Services();
        using var db = services.GetRequiredService<IDbContextFactory<CommunityDb>>().CreateDbContext();
        var files = services.GetServices<IPersonalData>().SelectMany(p => p.Export(db, 1)).Select(rows => rows.Table).ToList();

        Expect.NoBreach(PersonalColumns.Unexported(Rules(services), files));
    }

    [Fact]
    public void Every_implementation_takes_part()
    {
        using var services = Services();

        Assert.Equal(
            typeof(CommunityDb).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IPersonalData))).Select(type => type.Name).Order(),
            services.GetServices<IPersonalData>().Select(part => part.GetType().Name).Order());
    }

    [Fact]
    public void A_column_without_a_rule_is_found()
    {
        using var sample = new SampleDb();

        var found = PersonalColumns.Breaches(sample.Model, OfMember(), None).ToList();

        Assert.Equal(
            ["Badge.AwardedBy", "Badge.Given", "Badge.MemberId", "Badge.Network", "Badge.Source", "Badge.WhoseId", "Badge.Words"],
            found.Select(f => f.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_of_a_member_cannot_be_agreed_away()
    {
        using var sample = new SampleDb();
        var agreed = new HashSet<string> { "Badge.MemberId", "Badge.AwardedBy", "Badge.WhoseId", "Badge.Given", "Badge.Words", "Badge.Network", "Badge.Source" };

        var found = PersonalColumns.Breaches(sample.Model, OfMember(), agreed).ToList();

        Assert.Equal(["Badge.AwardedBy", "Badge.MemberId", "Badge.WhoseId"], found.Select(f => f.Split(' ')[0]).Order());
    }

    [Fact]
    public void A_rule_of_all_columns_or_of_each_is_no_breach()
    {
        using var sample = new SampleDb();
        var whole = PersonalTable.Of<Badge>("badges", Erasing.Deleted, (_, _) => throw new NotSupportedException());
        var each = PersonalTable.Of<Badge>("badges", Erasing.Blanked, (_, _) => throw new NotSupportedException(), "MemberId", "AwardedBy", "WhoseId", "Given", "Words", "Network", "Source");

        Expect.NoBreach(PersonalColumns.Breaches(sample.Model, [.. OfMember(), whole], None));
        Expect.NoBreach(PersonalColumns.Breaches(sample.Model, [.. OfMember(), each], None));
    }

    [Fact]
    public void Rules_and_agreements_about_what_is_not_there_are_found()
    {
        using var sample = new SampleDb();
        var kept = PersonalTable.Of<Badge>("badges", Erasing.Kept, (_, _) => throw new NotSupportedException(), "Colour");

        var found = PersonalColumns.Breaches(sample.Model, [.. OfMember(), kept], new HashSet<string> { "Badge.Shape" }).ToList();

        Assert.Contains("badges speaks of Colour, which Badge does not have", found);
        Assert.Contains("badges is kept without a reason", found);
        Assert.Contains("Badge.Shape is agreed to be about nobody, but is not there", found);
        Assert.Equal(
            ["badges is not in the download, and nothing says why", "medals is in the download without a rule"],
            PersonalColumns.Unexported([kept], ["medals"]));
    }

    private static PersonalTable[] OfMember() => [PersonalTable.Of<Member>("member", Erasing.Deleted, (_, _) => throw new NotSupportedException())];

    private static IReadOnlyCollection<PersonalTable> Rules(IServiceProvider services) => [.. services.GetServices<IPersonalData>().SelectMany(part => part.Tables)];

    // As the composition roots put it together. Nothing of it touches a database.
    private static ServiceProvider Services() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddSqlite("never-opened.db")
        .AddData().AddShared().AddJobs().AddNotifications().AddMembers().AddDiscussions().AddForums().AddIdeas().AddModeration().AddImports().AddSearch().AddPrivacy()
        .BuildServiceProvider();

    private sealed class Badge
    {
        public long Id { get; init; }

        public long MemberId { get; init; }

        public long? AwardedBy { get; init; }

        public long WhoseId { get; init; }

        public string Words { get; init; } = "";

        public byte[] Network { get; init; } = [];

        public LocalizedText Given { get; init; } = LocalizedText.Empty;

        public Guid Source { get; init; }

        public int Size { get; init; }
    }

    private sealed class SampleDb : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite();

        protected override void OnModelCreating(ModelBuilder builder)
        {
            builder.Entity<Member>();
            builder.Entity<Badge>(badge =>
            {
                badge.Property(b => b.Given).HasConversion(text => text.En, text => new LocalizedText(text, text));
                badge.HasOne<Member>().WithMany().HasForeignKey(b => b.WhoseId);
            });
        }
    }
}
