using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>docs/grafana.json, and what its panels ask for.</summary>
internal static partial class Dashboard
{
    private static readonly HashSet<string> Words = ["by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset", "le"];

    public static JsonNode Read() => JsonNode.Parse(File.ReadAllText(Path.Combine(Places.Repository, "docs", "grafana.json")))!;

    public static JsonNode[] Panels() => [.. Read()["panels"]!.AsArray().Select(panel => panel!)];

    public static IEnumerable<string> Queries() =>
        from panel in Panels()
        from target in panel["targets"]?.AsArray() ?? []
        select (string)target!["expr"]!;

    /// <summary>The metrics that a query names; without those that are a histogram's parts told apart.</summary>
    public static IEnumerable<string> MetricsOf(string query)
    {
        var bare = Grouping().Replace(Range().Replace(Selector().Replace(Text().Replace(query, ""), ""), ""), " ");
        return Word().Matches(bare).Select(word => word.Value).Where(word => !Words.Contains(word)).Distinct();
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selector();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b(by|without|on|ignoring)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    // A function is followed by its arguments.
    [GeneratedRegex(@"\b[a-z_][a-z0-9_]*\b(?!\s*\()")]
    private static partial Regex Word();
}
