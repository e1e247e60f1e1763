namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>The Dockerfile, against the sources it builds.</summary>
public sealed class ImageTests
{
    private static readonly IReadOnlyDictionary<string, ImageStage> Stages = ImageStage.ReadAll();

    // Whatever the silo is built of; the others are among it.
    private static readonly string[] Projects = ["Gateway", "Grains", "Grains.Interfaces", "Hosting", "Ingestors", "Silo"];

    [Fact]
    public void Restore_HasEveryProjectAndNoOtherSources()
    {
        var beforeRestore = Stages["build"].Instructions.TakeWhile(instruction => !instruction.Arguments.Contains("dotnet restore", StringComparison.Ordinal)).ToArray();

        var copied = beforeRestore.Where(instruction => instruction.Keyword == "COPY").SelectMany(instruction => instruction.Arguments.Split(' ')[..^1]).ToArray();

        Assert.Equal(
            Projects.Select(project => $"{project}/{project}.csproj").Concat(["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"]).Order(StringComparer.Ordinal),
            copied.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Projects_AreWhatTheSiloRefersTo()
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(["Silo"]);
        while (open.TryDequeue(out var project))
        {
            if (found.Add(project))
            {
                var text = File.ReadAllText(Path.Combine(Places.Repository, project, $"{project}.csproj"));
                Array.ForEach([.. Projects.Where(other => text.Contains($"ProjectReference Include=\"../{other}/", StringComparison.Ordinal))], open.Enqueue);
                Assert.Equal(text.Split("<ProjectReference Include=").Length - 1, Projects.Count(other => text.Contains($"ProjectReference Include=\"../{other}/", StringComparison.Ordinal)));
            }
        }

        Assert.Equal(Projects, found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Dockerignore_LetsThroughWhatIsBuilt()
    {
        var kept = File.ReadAllLines(Path.Combine(Places.Repository, ".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();

        Assert.Empty(Projects.Append("samples").Except(kept));
        Assert.All(kept, path => Assert.True(Path.Exists(Path.Combine(Places.Repository, path)), path));
    }

    [Fact]
    public void Build_TakesTheRealPackagesOnly()
    {
        var builds = Stages["build"].All("RUN").SelectMany(run => run.Split("&&", StringSplitOptions.TrimEntries)).Where(command => command.StartsWith("dotnet ", StringComparison.Ordinal));

        Assert.All(builds, command => Assert.Contains(" -p:Packages=nuget", command, StringComparison.Ordinal));
    }

    [Fact]
    public void Images_HaveATagThatIsNotLatest() => Assert.All(
        Stages.Values.Where(stage => !Stages.ContainsKey(stage.From)),
        stage => Assert.Matches("^[^:]+:(?!latest)[a-z0-9.-]+$", stage.From));

    [Fact]
    public void Images_KnowNoUnknownSettings() => Assert.Empty(Settings.Unknown(Stages.Values.Where(stage => stage.Name != "build").SelectMany(stage => stage.Environment.Keys)));

    [Theory]
    [InlineData("silo", "Silo")]
    [InlineData("gateway", "Gateway")]
    [InlineData("ingestors", "Ingestors")]
    public void Program_RunsAndAsksItselfForHealth(string target, string project)
    {
        var stage = Stages[target];

        Assert.Equal("runtime", stage.From);
        Assert.Contains($"--from=build /out/{target} ./", stage.All("COPY"));
        Assert.Contains(Stages["build"].All("RUN"), run => run.Contains($"publish {project}/{project}.csproj ", StringComparison.Ordinal) && run.Contains($"-o /out/{target} ", StringComparison.Ordinal));
        Assert.Equal([$"[\"dotnet\", \"OrleansGameState.{project}.dll\"]"], stage.All("ENTRYPOINT"));
        Assert.EndsWith($"CMD [\"dotnet\", \"OrleansGameState.{project}.dll\", \"health\"]", stage.All("HEALTHCHECK").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("silo")]
    [InlineData("gateway")]
    [InlineData("ingestors")]
    public void Program_ListensAtThePortsItExposes(string target)
    {
        var stage = Stages[target];
        var listens = stage.Environment
            .Where(setting => setting.Key.StartsWith("Kestrel__", StringComparison.Ordinal) || setting.Key.EndsWith("__PublishEndpoint", StringComparison.Ordinal))
            .Select(setting => $"{new Uri(setting.Value).Port}");

        // Orleans' are the defaults of Cluster:SiloPort and Cluster:GatewayPort.
        Assert.Equal(stage.Ports, target == "silo" ? listens.Concat(["11111", "30000"]) : listens);
    }

    [Fact]
    public void Runtime_IsNotRootAndStopsByTheSignalTheProgramsKnow()
    {
        Assert.Equal(["1654:1654"], Stages["runtime"].All("USER"));
        Assert.Equal(["SIGTERM"], Stages["runtime"].All("STOPSIGNAL"));
        Assert.All(ImageStage.Programs, target => Assert.Empty(Stages[target].All("USER")));
    }
}
