using System.Globalization;
using System.Reflection;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems.Publishing;

/// <summary>Makes the feed's heartbeats.</summary>
internal sealed class Heartbeats(IGrainFactory grains, TimeProvider time, ILogger<Heartbeats> logger)
{
    public const string Startup = "startup";
    public const string Online = "online";

    /// <summary>The documentation's spelling, and the one that clients subscribe to.</summary>
    public static readonly IReadOnlyList<string> Topics = ["HeartBeat", "Heartbeat"];

    private const string Info = "the Tick Detector feed's topics and messages, made by OrleansGameState";

    // A silo that is not there yet is not waited for: who listens is to know that the feed lives.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly string Version =
        typeof(Heartbeats).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    private DateTimeOffset? _last;

    public async Task<HeartbeatMessage> Make(string status)
    {
        try
        {
            var galaxy = await grains.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy).GetSnapshot().AsTask().WaitAsync(Patience, time);
            _last = GalaxyViews.Last(galaxy.State)?.StartedAt;
        }
        catch (Exception exception)
        {
            Log.TickNotRead(logger, exception);
        }

        return new(
            status,
            time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            _last is { } last ? FeedMessages.Timestamp(last) : null,
            Version,
            Info);
    }
}
