namespace Community.Moderation;

/// <summary>
/// Which entry of the log the running act takes back. It goes with the act through any capability to
/// <see cref="WriteLog"/>, beside the reason and not in it: nothing that a person types can say it.
/// </summary>
internal static class Undoing
{
    private static readonly AsyncLocal<long?> Current = new();

    /// <summary>Null for an act that takes nothing back.</summary>
    public static long? Entry => Current.Value;

    public static async Task<T> Of<T>(long sequence, Func<Task<T>> act)
    {
        Current.Value = sequence;
        return await act();
    }
}
