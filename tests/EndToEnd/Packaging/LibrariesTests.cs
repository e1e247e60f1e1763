using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>What the pages take from npm, and a build that cannot have it.</summary>
public sealed class LibrariesTests
{
    private static readonly string Gateway = Path.Combine(Places.Repository, "Gateway");

    [Fact]
    public void LockFile_HasAHashOfEachPackageAndNamesNoRegistry()
    {
        var packages = JsonNode.Parse(File.ReadAllText(Path.Combine(Gateway, "package-lock.json")))!["packages"]!.AsObject().Where(package => package.Key.Length > 0).ToArray();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("sha512-", (string?)package.Value!["integrity"], StringComparison.Ordinal));
        Assert.All(packages, package => Assert.Null(package.Value!["resolved"]));
    }

    [Fact]
    public void Packages_AreOfAnExactVersion()
    {
        var wanted = JsonNode.Parse(File.ReadAllText(Path.Combine(Gateway, "package.json")))!["dependencies"]!.AsObject();

        Assert.All(wanted, package => Assert.Matches(@"^\d+\.\d+\.\d+$", (string)package.Value!));
    }

    [Fact]
    public async Task Build_WithoutNpm_SucceedsAndTellsThePagesWhy()
    {
        var folder = Directory.CreateTempSubdirectory("gamestate-libraries-");
        try
        {
            var path = folder.CreateSubdirectory("path").FullName;
            File.CreateSymbolicLink(Path.Combine(path, "sh"), "/bin/sh");

            // Only the part of the build that is in question.
            await using var build = ChildProcess.Start(
                "env",
                [$"PATH={path}", Dotnet(), "msbuild", Path.Combine(Gateway, "Gateway.csproj"), "-t:AddLibraries", "-nologo", "-nodeReuse:false", $"-p:IntermediateOutputPath={folder.FullName}/obj/"],
                folder.FullName);

            Assert.True(await build.Ended() == 0, build.Said);
            Assert.Contains("npm is not installed", build.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("warning", build.Said, StringComparison.Ordinal);
            var told = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "obj", "npm", "libraries.json")))!;
            Assert.All(["uplot", "d3"], library => Assert.Contains("npm is not installed", (string)told[library]!["lack"]!, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Image_IsBuiltWithNpm()
    {
        var commands = ImageStage.ReadAll()["build"].All("RUN").ToList();

        var npm = commands.FindIndex(command => command.Contains("install", StringComparison.Ordinal) && command.Split(' ').Contains("npm"));
        var publish = commands.FindIndex(command => command.Contains("dotnet publish", StringComparison.Ordinal));

        Assert.InRange(npm, 0, publish - 1);
    }

    // The path of a process under test is not always the host's.
    private static string Dotnet() => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "dotnet"))
        .First(File.Exists);
}
