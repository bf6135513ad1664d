using Community.Data;
using Community.Discussions;
using Community.Discussions.Contract;
using Community.Forums;
using Community.Ideas;
using Community.Ideas.Contract;
using Community.Imports;
using Community.Jobs;
using Community.Members;
using Community.Moderation;
using Community.Notifications;
using Community.Privacy;
using Community.Search;
using Community.Shared;
using Community.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Tests.Support;

/// <summary>The product over a real database of its own, as the app puts it together, with a clock that the test moves.</summary>
public sealed class TestCommunity : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private readonly bool isGuest;

    private TestCommunity(TestDatabase database, FakeTime time, bool isGuest, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        (Database, Time, this.isGuest) = (database, time, isGuest);
        services = Make(database, time, settings);
    }

    public TestDatabase Database { get; }

    public FakeTime Time { get; }

    public IServiceProvider Services => services;

    public CommunityData Data => Get<CommunityData>();

    /// <param name="settings">Keys and values over the defaults, such as <c>Community:Limits:PostInterval</c>.</param>
    public static async Task<TestCommunity> Start(params IEnumerable<(string Key, string Value)> settings) =>
        new(await TestDatabase.Migrated(), new FakeTime(), isGuest: false, settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));

    /// <summary>What another process would be: everything anew but for the database and the time.</summary>
    public TestCommunity Beside(params IEnumerable<(string Key, string Value)> settings) =>
        new(Database, Time, isGuest: true, settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => services.GetServices<T>();

    public Task<T> Read<T>(Func<CommunityDb, Task<T>> read) => Data.Read(read);

    /// <summary>Brings rows in without any rule.</summary>
    public async Task Arrange(Action<CommunityDb> arrange)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        arrange(db);
        await db.SaveChangesAsync();
    }

    /// <summary>Changes rows without any rule, such as what only time or an import brings about.</summary>
    public async Task Change(Func<CommunityDb, Task> change)
    {
        await using var db = await Get<IDbContextFactory<CommunityDb>>().CreateDbContextAsync();
        await change(db);
    }

    /// <summary>A person with an account, a day old and trusted unless the test says otherwise.</summary>
    public async Task<Actor> Person(string handle, Role role = Role.Member, TrustLevel trust = TrustLevel.Member, MemberState state = MemberState.Active)
    {
        var member = new Member
        {
            Id = Get<Ids>().Next(),
            Handle = handle,
            HandleKey = HandleSkeleton.Of(handle),
            DisplayName = handle,
            Role = role,
            Trust = trust,
            State = state,
            JoinedAt = Time.Now - TimeSpan.FromDays(1),
        };
        await Arrange(db => db.Members.Add(member));
        return Actor.Of(member.Id, handle, role, trust);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!isGuest)
            await Database.DisposeAsync();
    }

    private static ServiceProvider Make(TestDatabase database, TimeProvider time, IEnumerable<KeyValuePair<string, string?>> settings) => database.AddTo(new ServiceCollection())
        .AddLogging()
        .AddSingleton(time)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddSingleton<Heard<StaffActed>>()
        .AddSingleton<IAfterCommit<StaffActed>>(provider => provider.GetRequiredService<Heard<StaffActed>>())
        .AddSingleton<Heard<IdeaStatusChanged>>()
        .AddSingleton<IAfterCommit<IdeaStatusChanged>>(provider => provider.GetRequiredService<Heard<IdeaStatusChanged>>())
        .AddSingleton<Heard<PostErased>>()
        .AddSingleton<IAfterCommit<PostErased>>(provider => provider.GetRequiredService<Heard<PostErased>>())
        .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
        .AddSingleton(new KeyedHash(new byte[KeyedHash.KeyLength]))
        .AddSingleton<CountingHasher>()
        .AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<CountingHasher>())
        .AddData().AddShared().AddJobs().AddNotifications().AddMembers().AddDiscussions().AddForums().AddIdeas().AddModeration().AddImports().AddSearch().AddPrivacy()
        .BuildServiceProvider();
}
