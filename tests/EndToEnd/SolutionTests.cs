namespace OrleansGameState.EndToEnd;

public sealed class SolutionTests
{
    [Fact]
    public void Solution_NamesEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Places.Repository, "OrleansGameState.sln")).Replace('\\', '/');
        var missing = Directory.EnumerateFiles(Places.Repository, "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Intersect(["bin", "obj", "artifacts", "node_modules", "BenchmarkDotNet.Artifacts"]).Any())
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal));

        Assert.Empty(missing);
    }
}
