namespace Community.Shared;

/// <summary>The reason that a staff act carries into the log.</summary>
public static class StaffReason
{
    public const int MaxLength = 500;

    public static Problem? WhyNot(string? reason) => reason?.Trim().Length switch
    {
        null or 0 => Problem.Invalid("reason", "reason-required"),
        > MaxLength => Problem.Invalid("reason", "reason-too-long", ("max", MaxLength)),
        _ => TextRules.WhyNotStored(reason, "reason"),
    };
}
