using Microsoft.Extensions.Logging;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Of universes as a whole: tunnels, imports, sweeps.</summary>
internal static partial class UniverseLog
{
    [LoggerMessage(1060, LogLevel.Warning, "{Tunnel}: {Player} passed by move {Move}, which its limit has no more room for; it is not counted.")]
    public static partial void BeyondLimit(ILogger logger, string tunnel, string player, string move);

    [LoggerMessage(1061, LogLevel.Warning, "{Tunnel}: what became of move {Move} of {Player} is not known yet; its use stays reserved.")]
    public static partial void NotSettled(ILogger logger, string tunnel, string player, string move, Exception exception);

    [LoggerMessage(1062, LogLevel.Information, "{Tunnel}: the use that was reserved for move {Move} of {Player} is free again: the move was never committed.")]
    public static partial void Freed(ILogger logger, string tunnel, string player, string move);

    [LoggerMessage(1063, LogLevel.Information, "{Universe}: map {Version} is durable, its {Count} sectors and tunnels are being told of it.")]
    public static partial void ImportBegan(ILogger logger, string universe, long version, int count);

    [LoggerMessage(1064, LogLevel.Information, "{Universe}: all sectors and tunnels know map {Version}.")]
    public static partial void ImportFinished(ILogger logger, string universe, long version);

    [LoggerMessage(1065, LogLevel.Information, "{Universe}: swept {Swept} players who were silent, healed {Healed} entries, removed {Strays} strays and {Ships} ships, looked after the reservations of {Tunnels} tunnels.")]
    public static partial void Swept(ILogger logger, string universe, int swept, int healed, int strays, int ships, int tunnels);

    [LoggerMessage(1066, LogLevel.Warning, "{Universe}: a sweep failed; the next one comes.")]
    public static partial void SweepFailed(ILogger logger, string universe, Exception exception);

    [LoggerMessage(1067, LogLevel.Warning, "{Universe}: the sweep could not look after {Subject}; the next one does.")]
    public static partial void NotLookedAfter(ILogger logger, string universe, string subject, Exception exception);

    [LoggerMessage(1068, LogLevel.Warning, "Universes could not be woken, so that they are not swept; it is tried again.")]
    public static partial void NotWoken(ILogger logger, Exception exception);
}
