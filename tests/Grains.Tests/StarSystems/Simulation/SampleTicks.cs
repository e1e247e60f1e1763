using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>Ticks of systems whose content the galaxy does not look at.</summary>
internal static class SampleTicks
{
    private static readonly TickMetrics Metrics = new(
        TickPass.State,
        true,
        false,
        false,
        0.458m,
        "HIP 33275 Co",
        false,
        0,
        false,
        false,
        FactionChangeSet.None,
        [new("Xbaquitae Gold Comms Exchange", 0.032m, 0.058m, "Active")],
        7,
        500000,
        0,
        new("Low", 0, 0, 0),
        1,
        0.13527m,
        "");

    public static SystemTick Of(long system, DateTimeOffset since, DateTimeOffset timestamp, TickSource source = TickSource.Observed) =>
        new($"System {system}", system, since, timestamp, 1, false, Metrics, source, "");
}
