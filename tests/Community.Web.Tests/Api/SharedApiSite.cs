namespace Community.Web.Tests.Api;

/// <summary>One host for all classes that leave its clock and its limits alone.</summary>
[CollectionDefinition(nameof(ApiSite))]
public sealed class SharedApiSite : ICollectionFixture<ApiSite>;
