using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Replay;

/// <summary>Finds recordings: from the working directory, else from where the program lies.</summary>
internal static class RecordingFiles
{
    /// <summary>The recordings that come with the program, by system.</summary>
    public const string BundledTerritory = "samples/territory/*.ndjson";

    public const string BundledStarSystems = "samples/starsystems/*.ndjson";

    public static ImmutableArray<string> Find(IEnumerable<string> patterns) =>
    [
        .. patterns.SelectMany(pattern => Match(Path.GetFullPath(pattern)) is { Length: > 0 } here
            ? here
            : Match(Path.GetFullPath(pattern, AppContext.BaseDirectory))).Distinct(),
    ];

    /// <summary>All of these files where any of them has a frame of a feed that begins so; else none.</summary>
    public static ImmutableArray<string> Of(IEnumerable<string> patterns, string prefix)
    {
        var files = Find(patterns);
        return files.Any(file => File.ReadLines(file).Any(line => line.Contains($"\"{prefix}", StringComparison.Ordinal))) ? files : [];
    }

    private static string[] Match(string pattern)
    {
        var directory = Path.GetDirectoryName(pattern);
        return Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, Path.GetFileName(pattern)).Order(StringComparer.Ordinal)]
            : [];
    }
}
