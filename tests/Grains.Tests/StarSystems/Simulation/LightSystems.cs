using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>
/// As much of the star systems' rules as the galaxy hears of, fast enough for months: their states, and when they changed.
/// <see cref="KernelSystems"/> holds it to the rules themselves.
/// </summary>
internal sealed class LightSystems(int count) : ISimulatedSystems
{
    private const double RevertsWithin = 6 * GalaxySimulator.Hour;

    private readonly System[] _systems = new System[count];

    public GalaxyEvent? See(SimulatedMessage message)
    {
        ref var system = ref _systems[message.System];
        var (at, states) = (message.ObservedAt, message.States);
        if (!system.IsKnown)
        {
            system = new() { IsKnown = true, States = states, LastSeen = at };
            return null;
        }

        if (states == system.States)
        {
            system.LastSeen = Math.Max(system.LastSeen, at);
            return null;
        }

        if (at <= system.LastSeen)
        {
            return null;
        }

        var reverts = states == system.Before && at - system.ChangedAt < RevertsWithin;
        var since = system.LastSeen;
        system = new() { IsKnown = true, States = states, Before = system.States, ChangedAt = at, LastSeen = at };
        return reverts
            ? new StateChangeWithdrawn(GalaxySimulator.Time(at), GalaxySimulator.Address(message.System))
            : Noted(GalaxySimulator.Address(message.System), GalaxySimulator.Time(since), GalaxySimulator.Time(at));
    }

    private static StateChangeNoted Noted(long address, DateTimeOffset since, DateTimeOffset until) =>
        new(until, new(address, since, until, SampleTicks.Of(address, since, until)));

    private struct System
    {
        public bool IsKnown { get; init; }

        public uint States { get; init; }

        public uint? Before { get; init; }

        public double ChangedAt { get; init; }

        public double LastSeen { get; set; }
    }
}
