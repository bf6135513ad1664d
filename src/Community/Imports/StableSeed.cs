using System.Text;

namespace Community.Imports;

/// <summary>A number for a text that is the same on every machine and in every year.</summary>
internal static class StableSeed
{
    // FNV-1a.
    public static long Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 1099511628211UL);
        return (long)(hash & long.MaxValue);
    }
}
