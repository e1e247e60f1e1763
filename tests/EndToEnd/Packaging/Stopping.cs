using System.Globalization;

namespace OrleansGameState.EndToEnd.Packaging;

/// <summary>How long a program may take to stop before it has to be killed.</summary>
internal static class Stopping
{
    public const string Setting = "Shutdown__DrainSeconds";

    // The longest default, a gateway's; and how long the host then gives all its parts together.
    private const int Drain = 5;
    private const int Parts = 30;
    private const int Exit = 5;

    /// <param name="drain">The setting's value where it is set.</param>
    public static int Seconds(string? drain) => (drain is null ? Drain : int.Parse(drain, CultureInfo.InvariantCulture)) + Parts + Exit;
}
