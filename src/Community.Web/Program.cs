using Community.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    var app = CommunityApp.Build(args);
    await app.PrepareAsync();
    // What starting needed and nothing after it will is given back once, while nobody waits.
    app.Lifetime.ApplicationStarted.Register(() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive));
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException faults)
{
    Console.Error.WriteLine("The settings cannot be used:");
    foreach (var fault in faults.Failures)
        Console.Error.WriteLine($"  {fault}");
    return 1;
}
