using System.Text.Json.Serialization;

namespace Community.Client;

/// <summary>What a person is to the community.</summary>
[JsonConverter(typeof(OpenEnum<Role>))]
public enum Role
{
    /// <summary>Not known to this version of the client.</summary>
    Unknown,

    /// <summary>A fan like others.</summary>
    Member,

    /// <summary>Of the brand's own team.</summary>
    Brand,

    /// <summary>Keeps order.</summary>
    Moderator,

    /// <summary>Runs the community.</summary>
    Admin,

    /// <summary>Whose community it is.</summary>
    Owner,
}

/// <summary>A person as a line of a list names them.</summary>
/// <param name="Id">Opaque and lasting; a handle may change.</param>
/// <param name="Handle">Unique; stands in the address of the person's page.</param>
/// <param name="Name">What they want to be called.</param>
/// <param name="Role">What they are to the community.</param>
public sealed record Person(string Id, string Handle, string Name, Role Role);
