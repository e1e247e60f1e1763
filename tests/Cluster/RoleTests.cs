using OrleansGameState.Hosting;

namespace OrleansGameState.Cluster;

/// <summary>A role on its own: part of a cluster, or a refusal in one line that names what to set.</summary>
public sealed class RoleTests : IDisposable
{
    private const int ConfigurationError = 78;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gamestate-role-");

    public static TheoryData<string, string> Programs => new()
    {
        { Places.Silo, "silo" },
        { Places.Gateway, "" },
        { Places.Ingestors, "" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Role_WithoutADatabase_EndsAndNamesWhatToSet(string program, string roles)
    {
        await using var process = Launch(program, roles);

        Assert.Equal(ConfigurationError, await process.Ended());

        Assert.Contains("Not started: ", process.Said, StringComparison.Ordinal);
        Assert.True(process.Said.Contains(Database.Key, StringComparison.Ordinal) || process.Said.Contains("-p:Packages=nuget", StringComparison.Ordinal), process.Said);
        Assert.DoesNotContain("   at ", process.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gateway", "Gateway")]
    [InlineData("silo,cook", "cook")]
    public async Task Silo_WithRolesThatItDoesNotHave_EndsAndNamesThem(string roles, string named)
    {
        await using var process = Launch(Places.Silo, roles);

        Assert.Equal(ConfigurationError, await process.Ended());

        Assert.Contains("Not started: Roles", process.Said, StringComparison.Ordinal);
        Assert.Contains(named, process.Said, StringComparison.Ordinal);
    }

    private ClusterProcess Launch(string program, string roles)
    {
        var process = ClusterProcess.Of("role", program, _folder.FullName, [("Roles", roles)]);
        process.Launch();
        return process;
    }
}
