using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>What differs between database engines. Implemented once per provider project; nobody else asks which one it is.</summary>
public interface IDatabaseProvider
{
    string Name { get; }

    /// <summary>Where the database is, for the operator to read: a file, or a server and a name. No password.</summary>
    string Place { get; }

    void Configure(DbContextOptionsBuilder options);

    void Conventions(ModelConfigurationBuilder conventions);

    /// <summary>Whether there is a database at <see cref="Place"/>; an empty one will do.</summary>
    Task<bool> Exists(CancellationToken cancel);

    /// <summary>Bytes that the database takes.</summary>
    Task<long> Size(CancellationToken cancel);

    /// <summary>Enters the right to write. On an engine with one writer at a time this waits for the others.</summary>
    Task<IDisposable> EnterWrite(CancellationToken cancel);

    /// <summary>
    /// The first thing in the transaction of a write. On an engine with many writers: <paramref name="alone"/> waits until nobody else
    /// writes and keeps everybody out until the transaction ends; without it, others write at the same time.
    /// </summary>
    Task BeginWrite(CommunityDb db, bool alone, CancellationToken cancel);

    /// <summary>Holds the rows against other writers until the transaction ends; whoever holds them already is waited for.</summary>
    /// <param name="ids">Of one table, in the order in which they are to be held; without joins.</param>
    Task Hold(IQueryable<long> ids, CancellationToken cancel);

    /// <summary>The same rows but for those that another writer holds; what is found is held.</summary>
    IQueryable<T> SkippingHeld<T>(IQueryable<T> rows);

    /// <summary>Whether the write was ended in favour of another one that it was in each other's way with: the same again may succeed.</summary>
    bool IsYielded(Exception failure);

    /// <summary>Takes long work on for this process alone, until what is returned is disposed of or the process ends.</summary>
    /// <returns>Null while another process has it.</returns>
    Task<IAsyncDisposable?> TryClaim(string job, CancellationToken cancel);

    /// <summary>Lets other processes on the same database hear this once the transaction is committed. Up to 7,000 bytes.</summary>
    Task Signal(CommunityDb db, string text, CancellationToken cancel);

    /// <summary>
    /// Hears what is signalled, this process' own signals too, until cancelled or the connection is lost, which throws. Returns at
    /// once where nobody else can have the database open.
    /// </summary>
    /// <param name="listening">Runs when from now on nothing is missed.</param>
    /// <param name="heard">Runs for each signal, one after the other.</param>
    Task Listen(Func<Task> listening, Func<string, Task> heard, CancellationToken cancel);

    /// <summary>
    /// Inserts many rows at once, within the transaction of the write that <paramref name="db"/> belongs to and without tracking them.
    /// What they refer to must have been saved.
    /// </summary>
    Task BulkInsert<T>(CommunityDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Copies the whole database, consistent, while others write.</summary>
    /// <param name="file">The file to write; refused where it exists.</param>
    Task Backup(string file, CancellationToken cancel);

    /// <summary>
    /// Checks the file and puts it in the place of the database; what was there stays beside it. Throws <see cref="InvalidDataException"/>
    /// where the file is damaged or no community's, and <see cref="IOException"/> while somebody has the database open.
    /// </summary>
    Task Restore(string file, CancellationToken cancel);
}
