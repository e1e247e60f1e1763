using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>The settings that docs/operations.md lists.</summary>
internal static partial class Settings
{
    // What the runtime and others' images take from the environment.
    private static readonly string[] Foreign = ["DOTNET_", "POSTGRES_", "OTEL_"];

    private static readonly Lazy<Regex[]> Described = new(() =>
        [.. Rows().Matches(File.ReadAllText(Path.Combine(Places.Repository, "docs", "operations.md"))).Select(row => Pattern(row.Groups[1].Value))]);

    /// <summary>Those of an environment that are no setting of this program, by the names they have there.</summary>
    public static string[] Unknown(IEnumerable<string> variables) =>
        [.. variables.Where(variable => !Foreign.Any(variable.StartsWith)).Where(variable => !Described.Value.Any(key => key.IsMatch(variable.Replace("__", ":", StringComparison.Ordinal))))];

    // A key of the table may have a number (n) or a name ({system}) in it.
    private static Regex Pattern(string key) => new($"^{Variable().Replace(key, "[^:]+")}$");

    [GeneratedRegex(@"^\| `([A-Z][A-Za-z]*(?::[A-Za-z0-9{}]+)*)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"(?<=:)(n|\{\w+\})(?=:|$)")]
    private static partial Regex Variable();
}
