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

    /// <summary>Copies the whole database, consistent, while others write.</summary>
    /// <param name="file">The file to write; refused where it exists.</param>
    Task Backup(string file, CancellationToken cancel);

    /// <summary>Checks the file and puts it in the place of the database. Nobody else may have it open.</summary>
    Task Restore(string file, CancellationToken cancel);
}
