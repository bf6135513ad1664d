using Community.Data.Moving;
using Community.Discussions;
using Community.Discussions.Bookmarks;
using Community.Discussions.Drafts;
using Community.Discussions.Following;
using Community.Discussions.Reading;
using Community.Discussions.Seen;
using Community.Forums;
using Community.Forums.Reading;
using Community.Ideas;
using Community.Ideas.Boards;
using Community.Ideas.Merging;
using Community.Ideas.Ranking;
using Community.Ideas.Votes;
using Community.Imports;
using Community.Members;
using Community.Members.Contract;
using Community.Moderation;
using Community.Privacy;
using Community.Search;
using Community.Shared.Site;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>Every table of the community. Mappings stand in the <c>Storage</c> folder of each capability.</summary>
public sealed class CommunityDb(DbContextOptions<CommunityDb> options, IDatabaseProvider provider)
    : IdentityUserContext<Account, long>(options)
{
    public DbSet<Counter> Counters => Set<Counter>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<StoreMove> StoreMoves => Set<StoreMove>();

    public DbSet<SiteSettings> Site => Set<SiteSettings>();

    public DbSet<SiteDocument> Documents => Set<SiteDocument>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    public DbSet<FormerEmail> FormerEmails => Set<FormerEmail>();

    public DbSet<SignInGuard> SignInGuards => Set<SignInGuard>();

    public DbSet<ReservedHandle> ReservedHandles => Set<ReservedHandle>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<Discussion> Discussions => Set<Discussion>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<PostRevision> Revisions => Set<PostRevision>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<DiscussionTag> DiscussionTags => Set<DiscussionTag>();

    public DbSet<ReadPosition> ReadPositions => Set<ReadPosition>();

    public DbSet<ReadTime> ReadTimes => Set<ReadTime>();

    public DbSet<ReadClock> ReadClocks => Set<ReadClock>();

    public DbSet<SeenDay> SeenDays => Set<SeenDay>();

    public DbSet<SeenVisitor> SeenVisitors => Set<SeenVisitor>();

    public DbSet<SeenSalt> SeenSalts => Set<SeenSalt>();

    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Forum> Forums => Set<Forum>();

    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<TopicHost> TopicHosts => Set<TopicHost>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<LogEntry> Log => Set<LogEntry>();

    public DbSet<LogPayload> LogPayloads => Set<LogPayload>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<IdeaBoard> IdeaBoards => Set<IdeaBoard>();

    public DbSet<Idea> Ideas => Set<Idea>();

    public DbSet<IdeaVote> IdeaVotes => Set<IdeaVote>();

    public DbSet<ProxyVote> ProxyVotes => Set<ProxyVote>();

    public DbSet<IdeaStatusChange> IdeaStatusChanges => Set<IdeaStatusChange>();

    public DbSet<IdeaMerge> IdeaMerges => Set<IdeaMerge>();

    public DbSet<IdeaTop> IdeaTops => Set<IdeaTop>();

    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();

    public DbSet<SearchTerm> SearchTerms => Set<SearchTerm>();

    public DbSet<SearchForgotten> SearchForgotten => Set<SearchForgotten>();

    private readonly List<IEvent> raised = [];
    private readonly HashSet<long> membersWritten = [];

    /// <summary>Raises an event that belongs to no single row.</summary>
    public void Raise(IEvent happened) => raised.Add(happened);

    /// <summary>
    /// Holds rows until the end of the write: nobody else changes them, or what belongs to them, meanwhile. To be called before
    /// anything of them is read that decides.
    /// </summary>
    /// <param name="ids">Of one table, in the order in which they are to be held; without joins.</param>
    /// <param name="cancel">Ends the wait for whoever holds them.</param>
    public Task Hold(IQueryable<long> ids, CancellationToken cancel) => provider.Hold(ids, cancel);

    /// <summary>Rows that no other write holds; those that are found are held.</summary>
    public IQueryable<T> HeldWhereFree<T>(IQueryable<T> rows) => provider.SkippingHeld(rows);

    /// <summary>The pool gives the context to the next act, which must not raise what a refused one left.</summary>
    public override ValueTask DisposeAsync()
    {
        raised.Clear();
        membersWritten.Clear();
        return base.DisposeAsync();
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is Member or Account)
                membersWritten.Add(entry.Entity is Member member ? member.Id : ((Account)entry.Entity).Id);
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Whose row or account this write has saved.</summary>
    internal IEnumerable<MemberWritten> TakeMembersWritten()
    {
        var taken = membersWritten.Select(id => new MemberWritten(id)).ToList();
        membersWritten.Clear();
        return taken;
    }

    internal List<IEvent> TakeEvents()
    {
        var taken = new List<IEvent>();
        foreach (var entry in ChangeTracker.Entries<Entity>())
        {
            taken.AddRange(entry.Entity.Events);
            entry.Entity.ClearEvents();
        }

        taken.AddRange(raised);
        raised.Clear();
        return taken;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Shared.LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
        provider.Conventions(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CommunityDb).Assembly);
        builder.HasDbFunction(typeof(SqlText).GetMethod(nameof(SqlText.Lower))!).HasName("lower").IsBuiltIn();
        SnakeCase.Apply(builder.Model);
    }
}
