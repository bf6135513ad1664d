namespace Community.Web.Hosting;

/// <summary>What somebody meets at a door.</summary>
public enum Right
{
    /// <summary>May.</summary>
    Open,

    /// <summary>Is asked to sign in, or for a token.</summary>
    SignIn,

    /// <summary>There is no such thing.</summary>
    Absent,

    /// <summary>Is told why not.</summary>
    Refused,
}
