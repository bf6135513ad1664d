using System.ComponentModel.DataAnnotations;

namespace Community.Data;

/// <summary>The section <c>Database</c> of the settings: which engine, and where. A composition root chooses the provider by it.</summary>
public sealed class DatabaseSettings : IValidatableObject
{
    public const string Section = "Database";
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";

    /// <summary><see cref="Sqlite"/>, a file in the data directory, or <see cref="Postgres"/>.</summary>
    [AllowedValues(Sqlite, Postgres, ErrorMessage = "must be Sqlite or Postgres.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>For PostgreSQL alone, in Npgsql's words.</summary>
    public string ConnectionString { get; set; } = "";

    public bool IsPostgres => Provider == Postgres;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsPostgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new ValidationResult("is needed with Postgres, such as Host=db;Database=community;Username=community;Password=…", [nameof(ConnectionString)]);
    }
}
