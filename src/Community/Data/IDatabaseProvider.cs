using Microsoft.EntityFrameworkCore;

namespace Community.Data;

/// <summary>What differs between database engines. Implemented once per provider project; nobody else asks which one it is.</summary>
public interface IDatabaseProvider
{
    string Name { get; }

    void Configure(DbContextOptionsBuilder options);

    void Conventions(ModelConfigurationBuilder conventions);

    /// <summary>Enters the right to write. On an engine with one writer at a time this waits for the others.</summary>
    Task<IDisposable> EnterWrite(CancellationToken cancel);

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
