using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrleansGameState.EndToEnd.Telemetry;

/// <summary>The dashboard and the operations manual know the metrics that the server has, and no others.</summary>
[Collection(ReplayedServer.Collection)]
public sealed partial class DashboardTests(ReplayedServer replayed)
{
    private const int Columns = 24;

    [Fact]
    public async Task Dashboard_AsksForMetrics_ThatTheServerShowsOrTheManualNames()
    {
        var shown = await Shown();
        var known = shown.Concat(Documented()).ToHashSet();

        var asked = Dashboard.Queries().SelectMany(Dashboard.MetricsOf).Distinct().ToArray();

        Assert.NotEmpty(asked);
        Assert.All(asked, metric => Assert.True(known.Contains(Family(metric, known)), $"{metric} is nowhere else."));
    }

    [Fact]
    public async Task Manual_NamesAllOfTheServersOwnMetrics()
    {
        var documented = Documented();

        var own = (await Shown()).Where(IsOwn).ToArray();

        Assert.NotEmpty(own);
        Assert.Empty(own.Except(documented));
    }

    [Fact]
    public void Manual_NamesNoMetric_ThatTheServerLacks()
    {
        var instruments = Directory.EnumerateFiles(Places.Repository, "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(Places.Repository, path).Replace('\\', '/').Split('/') is ["Gateway" or "Grains" or "Hosting" or "Ingestors" or "Silo", not ("obj" or "bin"), ..])
            .SelectMany(path => Instrument().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value.Replace('.', '_'))
            .ToArray();

        Assert.NotEmpty(instruments);
        Assert.All(
            Documented().Where(IsOwn),
            metric => Assert.Contains(instruments, instrument => metric == instrument || metric == $"{instrument}_total" || metric == $"{instrument}_seconds"));
    }

    [Fact]
    public void Dashboard_IsWellFormed()
    {
        var panels = Dashboard.Panels();
        var cells = new HashSet<(int, int)>();

        Assert.Equal(panels.Length, panels.Select(panel => (int)panel["id"]!).Distinct().Count());
        Assert.All(panels, panel =>
        {
            var (x, y, width, height) = Position(panel["gridPos"]!);
            Assert.True(x >= 0 && width > 0 && x + width <= Columns && height > 0, $"{panel["title"]} is outside of the grid.");
            Assert.All(
                from column in Enumerable.Range(x, width) from row in Enumerable.Range(y, height) select (column, row),
                cell => Assert.True(cells.Add(cell), $"{panel["title"]} lies over another panel."));
            Assert.Equal("${datasource}", (string?)panel["datasource"]?["uid"] ?? ((string?)panel["type"] == "row" ? "${datasource}" : null));
        });
        Assert.All(Dashboard.Queries(), query => Assert.Contains("$instance", query, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\| `([a-z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^# TYPE (\S+) ", RegexOptions.Multiline)]
    private static partial Regex Type();

    [GeneratedRegex(@"Create(?:Observable)?(?:Counter|UpDownCounter|Gauge|Histogram)(?:<\w+>)?\(\s*""([a-z_.]+)""")]
    private static partial Regex Instrument();

    private static (int X, int Y, int Width, int Height) Position(JsonNode grid) => ((int)grid["x"]!, (int)grid["y"]!, (int)grid["w"]!, (int)grid["h"]!);

    private static string[] Documented()
    {
        var manual = File.ReadAllText(Path.Combine(Places.Repository, "docs", "operations.md"));
        return [.. Row().Matches(manual).Select(match => match.Groups[1].Value)];
    }

    private static bool IsOwn(string metric) => metric.Split('_')[0] is "gamestate" or "gateway" or "ingestors";

    // A histogram is asked for by its parts.
    private static string Family(string metric, HashSet<string> known) =>
        known.Contains(metric) ? metric : Part().Replace(metric, "");

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex Part();

    private async Task<string[]> Shown()
    {
        var text = await replayed.Server.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        return [.. Type().Matches(text).Select(match => match.Groups[1].Value)];
    }
}
