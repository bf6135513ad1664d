namespace Community.Shared.Personal;

/// <summary>What becomes of a table's rows when a person is erased.</summary>
public enum Erasing
{
    /// <summary>No row about the person remains.</summary>
    Deleted,

    /// <summary>The row remains, its words do not: others refer to it.</summary>
    Blanked,

    /// <summary>The entry remains so that totals hold, and names nobody.</summary>
    WithoutPerson,

    /// <summary>The row remains as it is and leads to nobody but a former member.</summary>
    Kept,
}
