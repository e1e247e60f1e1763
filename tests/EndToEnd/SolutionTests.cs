using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd;

/// <summary>What the sources as a whole must keep to.</summary>
public sealed partial class SolutionTests
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "node_modules", "BenchmarkDotNet.Artifacts"];

    [Fact]
    public void Solution_NamesEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Places.Repository, "OrleansGameState.sln")).Replace('\\', '/');

        var missing = Sources("*.csproj").Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void LogEvents_HaveIdsOfTheirOwnAndAreDescribed()
    {
        var described = File.ReadAllText(Path.Combine(Places.Repository, "docs", "operations.md"));

        var ids = Sources("*Log.cs")
            .Where(path => path.Split('/')[0] is "Gateway" or "Grains" or "Hosting" or "Ingestors" or "Silo")
            .SelectMany(path => EventId().Matches(File.ReadAllText(Path.Combine(Places.Repository, path))))
            .Select(match => match.Groups[1].Value)
            .ToArray();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct().Order(), ids.Order());
        Assert.All(ids, id => Assert.Contains($"| {id} |", described, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"LoggerMessage\((\d+)")]
    private static partial Regex EventId();

    private static IEnumerable<string> Sources(string pattern) => Directory
        .EnumerateFiles(Places.Repository, pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(Generated).Any());
}
