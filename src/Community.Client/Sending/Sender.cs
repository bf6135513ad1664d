using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Community.Client;

/// <summary>Sends calls, again where that is safe, and reads their answers.</summary>
internal sealed class Sender
{
    private readonly HttpClient http;
    private readonly CommunityClientOptions options;
    private readonly RetryRule retry;
    private readonly Uri root;

    public Sender(HttpClient http, CommunityClientOptions options)
    {
        (this.http, this.options, retry) = (http, options, new RetryRule(options));
        var address = options.BaseAddress ?? http.BaseAddress ?? throw new ArgumentException("There is no base address.", nameof(options));
        var site = address.AbsoluteUri.TrimEnd('/');
        root = new Uri(site + "/api/v1/");
        // https becomes wss.
        Hub = new Uri(string.Concat("ws", site.AsSpan("http".Length), "/live/hub"));
    }

    /// <summary>Where live signals are.</summary>
    public Uri Hub { get; }

    public async Task<T> Get<T>(string address, JsonTypeInfo<T> type, CancellationToken cancel) =>
        await Read(await Send(new Call(HttpMethod.Get, address), cancel).ConfigureAwait(false), type, cancel).ConfigureAwait(false);

    public async Task<TResult> Create<T, TResult>(string address, T body, JsonTypeInfo<T> type, JsonTypeInfo<TResult> result, Guid? key, CancellationToken cancel) =>
        await Read(await Send(new Call(HttpMethod.Post, address, Bytes(body, type), key ?? Guid.NewGuid()), cancel).ConfigureAwait(false), result, cancel).ConfigureAwait(false);

    public async Task<TResult> Put<T, TResult>(string address, T body, JsonTypeInfo<T> type, JsonTypeInfo<TResult> result, CancellationToken cancel) =>
        await Read(await Send(new Call(HttpMethod.Put, address, Bytes(body, type)), cancel).ConfigureAwait(false), result, cancel).ConfigureAwait(false);

    public Task Put<T>(string address, T body, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Done(new Call(HttpMethod.Put, address, Bytes(body, type)), cancel);

    /// <summary>An edit.</summary>
    /// <returns>The version that it brought about; null where something on the way took it from the answer.</returns>
    public async Task<int?> PutVersion<T>(string address, T body, JsonTypeInfo<T> type, int version, CancellationToken cancel)
    {
        using var answer = await Send(new Call(HttpMethod.Put, address, Bytes(body, type), Version: version), cancel).ConfigureAwait(false);
        return int.TryParse(answer.Headers.ETag?.Tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var now)
            ? now
            : null;
    }

    public Task Delete(string address, CancellationToken cancel) => Done(new Call(HttpMethod.Delete, address), cancel);

    public async Task<TResult> Delete<TResult>(string address, JsonTypeInfo<TResult> result, CancellationToken cancel) =>
        await Read(await Send(new Call(HttpMethod.Delete, address), cancel).ConfigureAwait(false), result, cancel).ConfigureAwait(false);

    public Task Put(string address, CancellationToken cancel) => Done(new Call(HttpMethod.Put, address), cancel);

    /// <summary>An act that the server does not know again.</summary>
    public Task Act(string address, CancellationToken cancel) => Done(new Call(HttpMethod.Post, address), cancel);

    /// <summary>An act that the server does not know again.</summary>
    public Task Act<T>(string address, T body, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Done(new Call(HttpMethod.Post, address, Bytes(body, type)), cancel);

    /// <summary>An act that the server knows again by its key.</summary>
    public Task ActOnce<T>(string address, T body, JsonTypeInfo<T> type, Guid? key, CancellationToken cancel) =>
        Done(new Call(HttpMethod.Post, address, Bytes(body, type), key ?? Guid.NewGuid()), cancel);

    /// <summary>An act that does nothing more when it is done again.</summary>
    public Task ActAgain(string address, CancellationToken cancel) => Done(new Call(HttpMethod.Post, address, IsSameTwice: true), cancel);

    /// <summary>An act that does nothing more when it is done again.</summary>
    public Task ActAgain<T>(string address, T body, JsonTypeInfo<T> type, CancellationToken cancel) =>
        Done(new Call(HttpMethod.Post, address, Bytes(body, type), IsSameTwice: true), cancel);

    private async Task Done(Call call, CancellationToken cancel) => (await Send(call, cancel).ConfigureAwait(false)).Dispose();

    private async Task<HttpResponseMessage> Send(Call call, CancellationToken cancel)
    {
        var mayBeDone = false;
        for (var tried = 0; ; tried++)
        {
            TimeSpan? wait;
            try
            {
                using var request = Request(call);
                var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                    return answer;
                using (answer)
                {
                    wait = retry.After(call, tried, answer);
                    if (wait is null)
                        throw await Refusals.Of(answer, retry.AskedBy(answer), mayBeDone, cancel).ConfigureAwait(false);
                    mayBeDone |= RetryRule.IsLost(answer);
                }
            }
            catch (HttpRequestException failure) when (!cancel.IsCancellationRequested && retry.After(call, tried, failure) is not null)
            {
                wait = retry.After(call, tried, failure);
                mayBeDone |= failure.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
            }

            await Task.Delay(wait!.Value, options.Time, cancel).ConfigureAwait(false);
        }
    }

    private HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(root, call.Address));
        var headers = request.Headers;
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (options.Token is { } token)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (options.Language is { } language)
            headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (call.Key is { } key)
            headers.Add("Idempotency-Key", key.ToString());
        if (call.Version is { } version)
            headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")));
        if (call.Body is { } body)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    private static byte[] Bytes<T>(T body, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(body);
        return JsonSerializer.SerializeToUtf8Bytes(body, type);
    }

    private static async Task<T> Read<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false);
            try
            {
                return JsonSerializer.Deserialize(text, type) ?? throw new JsonException("The answer is null.");
            }
            catch (JsonException unreadable)
            {
                throw new CommunityApiException(answer.StatusCode, CommunityApiException.NoCode, "The answer cannot be read.", unreadable);
            }
        }
    }
}
