using System.Globalization;

namespace Community.Imports.Threads;

/// <summary>
/// Who stands for the speakers of a thread: by the order of their first words, whatever they called themselves. So nobody can be followed
/// from one thread to another.
/// </summary>
internal sealed class Speakers(IEnumerable<SourceMessage> messages)
{
    private const int Letters = 26;
    private readonly Dictionary<string, int> places = messages.Select(m => m.Speaker).Distinct().Select((speaker, place) => (speaker, place)).ToDictionary(s => s.speaker, s => s.place);

    public int Of(SourceMessage message) => places[message.Speaker];

    public static string NameOf(int place) => "anonymous-" + Mark(place).ToLowerInvariant();

    public static string DisplayNameOf(int place) => "名無しさん " + Mark(place);

    private static string Mark(int place) => place < Letters ? ((char)('A' + place)).ToString() : (place + 1).ToString(CultureInfo.InvariantCulture);
}
