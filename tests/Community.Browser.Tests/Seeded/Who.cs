namespace Community.Browser.Tests.Seeded;

/// <summary>The people of the seeded community.</summary>
internal enum Who
{
    Visitor,

    /// <summary>A member who asks.</summary>
    Aoi,

    /// <summary>A member who answers.</summary>
    Ren,

    /// <summary>Came today.</summary>
    Nao,

    /// <summary>The same, without script.</summary>
    Mio,

    /// <summary>Has not confirmed the address.</summary>
    Yui,

    /// <summary>A moderator.</summary>
    Mia,

    /// <summary>An admin.</summary>
    Ada,

    /// <summary>The owner.</summary>
    Haru,

    /// <summary>A member who begins replies.</summary>
    Kai,

    /// <summary>The same without script.</summary>
    Sora,

    /// <summary>A member who changes language and theme, which nobody else's page may depend on.</summary>
    Emi,

    /// <summary>The same without script.</summary>
    Jun,

    /// <summary>Came today; the first post waits for a moderator.</summary>
    Taku,

    /// <summary>Suspended.</summary>
    Gen,
}
