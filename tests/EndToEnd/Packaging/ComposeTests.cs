using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>docker-compose.yml, against the images and the programs.</summary>
public sealed class ComposeTests
{
    private static readonly JsonObject Services = Yaml.File("docker-compose.yml")["services"]!.AsObject();

    public static TheoryData<string> Names => [.. Services.Select(service => service.Key)];

    [Fact]
    public void Programs_AreBuiltFromTheirTargets() => Assert.All(ImageStage.Programs, target =>
    {
        Assert.Equal(target, (string?)Services[target]!["build"]!["target"]);
        Assert.Contains(target, ImageStage.ReadAll().Keys);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Service_IsConfinedAndLimited(string name)
    {
        var service = Services[name]!;

        Assert.Equal("true", (string?)service["read_only"]);
        Assert.Equal(["ALL"], Texts(service["cap_drop"]));
        Assert.Equal(["no-new-privileges:true"], Texts(service["security_opt"]));
        var limits = service["deploy"]!["resources"]!["limits"]!;
        Assert.All(["cpus", "memory", "pids"], limit => Assert.NotNull(limits[limit]));
        Assert.Matches("^[^:]+:(?!latest)[a-z0-9.-]+$", (string?)service["image"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Service_UsesNamedVolumesThatAreDeclared(string name)
    {
        var declared = Yaml.File("docker-compose.yml")["volumes"]!.AsObject().Select(volume => volume.Key);

        Assert.Empty(Texts(Services[name]!["volumes"]).Select(volume => volume.Split(':')[0]).Except(declared));
    }

    [Fact]
    public void Programs_SetNoUnknownSettings() =>
        Assert.Empty(Settings.Unknown(Services.SelectMany(service => service.Value!["environment"]?.AsObject() ?? []).Select(setting => setting.Key)));

    [Fact]
    public void Programs_ReadTheConnectionStringWhereItIsWritten()
    {
        var script = Texts(Services["secrets"]!["command"]).Single();
        var folder = Texts(Services["secrets"]!["volumes"]).Single(volume => volume.StartsWith("cluster-secrets:", StringComparison.Ordinal)).Split(':')[1];

        Assert.Contains($"cd {folder}\n", script, StringComparison.Ordinal);
        Assert.Contains("keep ConnectionStrings__GameState 1654", script, StringComparison.Ordinal);
        Assert.All(ImageStage.Programs, program => Assert.Contains("cluster-secrets:/run/secrets:ro", Texts(Services[program]!["volumes"])));
    }

    [Fact]
    public void Secrets_AreMadeAndNotKeptHere() => Assert.DoesNotMatch("(?i)password[=:] *(?!%s|/|REPLACE)[^\\s%/]", File.ReadAllText(Path.Combine(Places.Repository, "docker-compose.yml")).Replace("POSTGRES_PASSWORD_FILE: ", "", StringComparison.Ordinal));

    [Fact]
    public void Gateway_IsReachableFromThisMachineAlone()
    {
        Assert.Equal(ImageStage.ReadAll()["gateway"].Ports.Select(port => $"127.0.0.1:{port}:{port}"), Texts(Services["gateway"]!["ports"]));
        Assert.All(Services.Where(service => service.Key != "gateway"), service => Assert.Null(service.Value!["ports"]));
    }

    [Fact]
    public void Programs_WaitForWhatTheyNeed()
    {
        Assert.Equal("service_completed_successfully", Condition("postgres", "secrets"));
        Assert.Equal("service_healthy", Condition("silo", "postgres"));
        Assert.Equal("service_healthy", Condition("gateway", "silo"));
        Assert.Equal("service_healthy", Condition("ingestors", "silo"));
    }

    [Fact]
    public void Programs_HaveTimeToStop() => Assert.All(ImageStage.Programs, program =>
    {
        var grace = int.Parse(((string)Services[program]!["stop_grace_period"]!).TrimEnd('s'), CultureInfo.InvariantCulture);

        Assert.InRange(grace, Stopping.Seconds((string?)Services[program]!["environment"]?[Stopping.Setting]), 120);
    });

    private static string? Condition(string service, string needed) => (string?)Services[service]!["depends_on"]![needed]!["condition"];

    private static string[] Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(item => (string)item!)];
}
