using System.Globalization;
using System.Text.RegularExpressions;

namespace OrleansGameState.Silo.Postgres;

/// <summary>Which PostgreSQL it is.</summary>
/// <param name="Major">Such as 15.</param>
/// <param name="Text">Such as <c>15.13</c>.</param>
internal sealed partial record ServerVersion(int Major, string Text)
{
    /// <summary>What the storage's SQL is written for.</summary>
    public const int Oldest = 14;

    /// <exception cref="NotStartedException">The program does not run here, or is too old.</exception>
    public static async Task<ServerVersion> OfAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        var (code, output) = await Command.RunAsync(binaries.Server, ["--version"], cancellationToken);
        var key = $"{EmbeddedPostgresOptions.Section}:{nameof(EmbeddedPostgresOptions.BinDirectory)}";
        var version = code == 0 ? Parse(output) : null;
        return version switch
        {
            null => throw new NotStartedException($"{key}: {binaries.Server} does not tell its version ({output.Trim()}). Name the folder of a PostgreSQL that runs here."),
            { Major: < Oldest } => throw new NotStartedException($"{key}: {binaries.Server} is PostgreSQL {version.Text}; {Oldest} is the oldest that will do. Install a newer one, or name its folder."),
            _ => version,
        };
    }

    /// <summary>Reads what <c>postgres --version</c> prints; null where that is something else.</summary>
    public static ServerVersion? Parse(string text) => Pattern().Match(text) is { Success: true } match
        ? new(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Value["(PostgreSQL) ".Length..])
        : null;

    [GeneratedRegex(@"\(PostgreSQL\) (\d{1,3})[.\w]*")]
    private static partial Regex Pattern();
}
