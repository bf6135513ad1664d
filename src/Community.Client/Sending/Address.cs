using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Community.Client;

/// <summary>Addresses whose values are escaped, none forgotten.</summary>
internal static class Address
{
    public static string Of(ref Escaping path) => path.ToString();

    /// <summary>The address with those values of the query that are given.</summary>
    public static string Query(this string address, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var text = new StringBuilder(address);
        var mark = '?';
        foreach (var (name, value) in values)
        {
            if (string.IsNullOrEmpty(value))
                continue;
            text.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return text.ToString();
    }

    /// <summary>Builds the path out of an interpolated text.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Escaping
    {
        private readonly StringBuilder path;

        public Escaping(int literalLength, int formattedCount) => path = new StringBuilder(literalLength + (formattedCount * 20));

        public void AppendLiteral(string value) => path.Append(value);

        public void AppendFormatted(long value) => path.Append(value.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(string value)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            // These would name the address above, whatever they are escaped to.
            if (value is "." or "..")
                throw new ArgumentException("Neither an id nor a name.", nameof(value));
            path.Append(Uri.EscapeDataString(value));
        }

        public override string ToString() => path.ToString();
    }
}
