using System.Runtime.CompilerServices;

namespace Community.Client;

/// <summary>Listens at the hub and reads over the API what changed, for as long as somebody reads it.</summary>
internal sealed class DiscussionWatch(TopicCalls calls, Uri hub, CommunityClientOptions options)
{
    public async IAsyncEnumerable<Changes> Of(string id, long after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var tried = 0; ; tried++)
        {
            await using var ear = await HubEar.Open(hub, options.Token, id, after, cancel).ConfigureAwait(false);
            if (ear is not null)
                tried = 0;
            // Read after the watch began, so that nothing falls between the two; and also without one, which is slower, but neither deaf nor blind to a refusal.
            var isHeard = true;
            while (isHeard)
            {
                while (await Read(id, after, cancel).ConfigureAwait(false) is { } changes)
                {
                    // What does not go on is not asked for again without a pause.
                    if (changes.ChangeNumber <= after)
                        break;
                    after = changes.ChangeNumber;
                    yield return changes;
                    if (!changes.HasMore)
                        break;
                }

                isHeard = ear is not null && await ear.Heard(cancel).ConfigureAwait(false);
            }

            await Task.Delay(Wait(tried), options.Time, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Null where the server cannot be reached at the moment.</summary>
    private async Task<Changes?> Read(string id, long after, CancellationToken cancel)
    {
        try
        {
            return await calls.ListChanges(id, after, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (CommunityApiException refused) when ((int)refused.Status is 429 or >= 500)
        {
            return null;
        }
    }

    // Not all at the same moment: those who lost a server together must not come back together.
    private TimeSpan Wait(int tried)
    {
        var doubled = options.FirstWait * Math.Pow(2, Math.Min(tried, 20)) * (0.75 + (Random.Shared.NextDouble() / 2));
        return doubled < options.LongestWait ? doubled : options.LongestWait;
    }
}
