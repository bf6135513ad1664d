using System.Runtime.CompilerServices;

namespace Community.Client;

/// <summary>Walks a list from its first page to its last, a call for each as far as somebody reads.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<T> All<T>(Func<string?, CancellationToken, Task<Page<T>>> read, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        string? after = null;
        do
        {
            var page = await read(after, cancel).ConfigureAwait(false);
            foreach (var item in page.Items)
                yield return item;
            after = page.Next;
        }
        while (after is not null);
    }
}
