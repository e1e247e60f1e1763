using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>The words and forms that games of this kind use on the wire.</summary>
internal static class SectorWire
{
    // The most digits that are exact in every reader's numbers.
    private const int MostDigits = 15;

    public static string Of(ThreatLevel level) => level.ToString().ToLowerInvariant();

    public static string Of(TunnelStatus status) => status.ToString().ToUpperInvariant();

    public static string Of(MoveVia via) => via.ToString().ToLowerInvariant();

    public static string Of(EncounterKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    public static string Of(TunnelEffectKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    /// <summary>In UTC, to the millisecond.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>True of the id of a sector that is told as a number: a whole number without leading zeros.</summary>
    public static bool IsNumber(string id) => id.Length <= MostDigits && id.All(char.IsAsciiDigit) && (id[0] != '0' || id.Length == 1);
}
