using Microsoft.AspNetCore.Components;

namespace Community.Web.Hosting;

/// <summary>
/// Gives a fragment the addresses of files that pages have. The framework tells them to the endpoints of pages alone, and
/// an icon under another address is fetched a second time.
/// </summary>
internal sealed class FragmentAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection?> assets = new(() => endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(found => found is not null));

    public void Give(HttpContext http)
    {
        if (assets.Value is { } found && http.GetEndpoint() is { } own)
            http.SetEndpoint(new Endpoint(own.RequestDelegate, new EndpointMetadataCollection([.. own.Metadata, found]), own.DisplayName));
    }
}
