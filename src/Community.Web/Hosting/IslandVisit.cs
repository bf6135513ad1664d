using Microsoft.AspNetCore.Components.Server;

namespace Community.Web.Hosting;

/// <summary>
/// Who a circuit serves, and the place that it holds. One of what is made with every circuit, empty ones too, and disposed of with it
/// however it ends: its handlers are made only once a page opens something in it.
/// </summary>
internal sealed class IslandVisit : ServerAuthenticationStateProvider, IDisposable
{
    private readonly IDisposable? place = IslandPlaces.Take();

    public void Dispose() => place?.Dispose();
}
