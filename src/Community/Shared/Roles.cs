namespace Community.Shared;

/// <summary>What a person is to the community. One each; every change is an entry in the moderation log.</summary>
public enum Role
{
    Member,
    Brand,
    Moderator,
    Admin,
    Owner,
}

/// <summary>What a member has earned so far. Privileges follow from it; it is never bought.</summary>
public enum TrustLevel
{
    New,
    Member,
}
