using System.Runtime.CompilerServices;

namespace OrleansGameState.Ingestors.Tests;

/// <summary>Files beside the tests: this repository's own recordings, and the service's recorded bodies where they are at hand.</summary>
internal static class RepositoryFiles
{
    /// <summary>This repository's own recordings of the star systems' feeds.</summary>
    public static string StarSystems => Path.Combine(Root(), "samples", "starsystems");

    /// <summary>The demo's universe.</summary>
    public static string Lantern => Path.Combine(Root(), "samples", "sectors", "lantern.json");

    public static string Island => Path.Combine(Root(), "samples", "territory", "island.ndjson");

    /// <summary>The path of a recorded body; the test is skipped, and says why, where there is none.</summary>
    public static string Recorded(string name, string system = "territory")
    {
        var directory = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "samples", system));
        Skip.IfNot(Directory.Exists(directory), "The recorded frames of the real service (../shared/samples) are not at hand.");
        return Path.Combine(directory, name);
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
