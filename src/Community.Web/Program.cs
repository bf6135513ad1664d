using Community.Web.Hosting;

var app = CommunityApp.Build(args);
await app.PrepareAsync();
await app.RunAsync();
