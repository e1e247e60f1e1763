using System.Globalization;
using System.Text.Json;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>What counts of an envelope's header. What cannot be read of it counts as absent: the message is what matters.</summary>
/// <param name="IsOfOldGame">The sender plays the old galaxy, which has gone its own way since version 4.</param>
/// <param name="GatewayTimestamp">When EDDN had the message; null where it does not say.</param>
internal readonly record struct EddnHeader(bool IsOfOldGame, DateTimeOffset? GatewayTimestamp)
{
    private const string OldCompanion = "CAPI-Legacy";

    public static EddnHeader Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return default;
        }

        var header = default(EddnHeader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("gameversion"u8))
            {
                reader.Read();
                header = header with { IsOfOldGame = IsOld(ref reader) };
            }
            else if (reader.ValueTextEquals("gatewayTimestamp"u8))
            {
                reader.Read();
                header = header with { GatewayTimestamp = TimeOf(ref reader) };
            }

            reader.Skip();
        }

        return header;
    }

    // 4.0.0.1477; empty, or words such as CAPI-Live-journal, where the sender does not know.
    private static bool IsOld(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDouble(out var number) && number < 4;
        }

        var version = reader.TokenType == JsonTokenType.String ? reader.GetString()!.AsSpan().Trim() : default;
        var digits = version.IndexOfAnyExceptInRange('0', '9');
        return version.StartsWith(OldCompanion, StringComparison.OrdinalIgnoreCase)
            || (int.TryParse(digits < 0 ? version : version[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major < 4);
    }

    private static DateTimeOffset? TimeOf(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? null
        : reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTimeOffset(out var time) ? GameTime.Valid(time)
        : GameTime.Read(reader.GetString());
}
