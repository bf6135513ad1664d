using Community.Data;
using Community.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    var app = CommunityApp.Build(args);
    await app.PrepareAsync();
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
catch (Exception failure) when (failure.IsOfDatabase())
{
    Console.Error.WriteLine($"The database cannot be used: {failure.Reason()}");
    return 1;
}
