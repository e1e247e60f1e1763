using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Replay;

/// <summary>Finds recordings: from the working directory, else from where the program lies.</summary>
internal static class RecordingFiles
{
    /// <summary>The recordings that come with the program.</summary>
    public const string Bundled = "samples/territory/*.ndjson";

    public static ImmutableArray<string> Find(IEnumerable<string> patterns) =>
    [
        .. patterns.SelectMany(pattern => Match(Path.GetFullPath(pattern)) is { Length: > 0 } here
            ? here
            : Match(Path.GetFullPath(pattern, AppContext.BaseDirectory))).Distinct(),
    ];

    private static string[] Match(string pattern)
    {
        var directory = Path.GetDirectoryName(pattern);
        return Directory.Exists(directory)
            ? [.. Directory.EnumerateFiles(directory, Path.GetFileName(pattern)).Order(StringComparer.Ordinal)]
            : [];
    }
}
