using Community.Web.Hosting;
using Community.Web.Tests.Api;

namespace Community.Web.Tests.Rights;

/// <summary>Knocks at every door as everybody and compares with the matrix.</summary>
public sealed class RightsTests(World world) : IClassFixture<World>
{
    public static readonly TheoryData<string> Areas = [.. RightsMatrix.Areas.Select(area => area.Name)];

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Everybody_meets_at_each_door_what_the_matrix_says(string area)
    {
        var knock = new Knock(world, await DocumentedAnswers.Of(world.Address));
        var differences = new List<string>();

        foreach (var door in RightsMatrix.Areas.Single(a => a.Name == area).Doors)
        {
            var met = "";
            foreach (var (sign, wanted) in RightsMatrix.Persons.Zip(door.Rights))
            {
                var (found, status, isDocumented) = await knock.At(door, world.Personas[sign]);
                met += found != wanted ? $"[{sign}: {wanted} but {(int)status}]" : isDocumented ? '.' : $"[{sign}: {(int)status} is not in the document]";
            }

            if (met.Contains('['))
                differences.Add($"{door.Name} ({door.Case}): {met}");
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }
}
