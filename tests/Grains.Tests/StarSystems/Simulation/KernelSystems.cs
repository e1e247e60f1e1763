using System.Globalization;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>The star systems' own rules, which the light model must agree with on each message.</summary>
internal sealed class KernelSystems(GalaxySetting setting, GalaxySimulator galaxy) : ISimulatedSystems
{
    private static readonly StarSystemOptions Options = new();

    private readonly StarSystemState?[] _states = new StarSystemState?[setting.Systems];
    private readonly StarSystemSight[] _sights = new StarSystemSight[setting.Systems];
    private readonly LightSystems _light = new(setting.Systems);

    public GalaxyEvent? See(SimulatedMessage message)
    {
        var told = Tell(message);
        var light = _light.See(message);
        Assert.Equal(Meaning(told), Meaning(light));
        return told;
    }

    private static (Type?, long, DateTimeOffset, DateTimeOffset) Meaning(GalaxyEvent? told) => told switch
    {
        StateChangeNoted noted => (noted.GetType(), noted.Evidence.SystemAddress, noted.Evidence.Since, noted.Evidence.Until),
        StateChangeWithdrawn withdrawn => (withdrawn.GetType(), withdrawn.SystemAddress, withdrawn.OccurredAt, withdrawn.OccurredAt),
        _ => default,
    };

    private GalaxyEvent? Tell(SimulatedMessage message)
    {
        var address = GalaxySimulator.Address(message.System);
        var observation = Seen(message, address);
        var state = _states[message.System] ?? StarSystemState.Initial(StarSystemKeys.StarSystem(address));
        var decision = StarSystemRules.Decide(state, _sights[message.System], new ReportObservation(observation), GalaxySimulator.Time(message.ArrivesAt), Options);
        if (decision.Rejections.IsEmpty)
        {
            _sights[message.System] = _sights[message.System].After(observation);
        }

        GalaxyEvent? told = null;
        foreach (var @event in decision.Events)
        {
            var before = state;
            state = before.Apply(@event);
            told = OwedRules.Of(before, state, @event).Select(owed => owed.Event).OfType<GalaxyEvent>().SingleOrDefault() ?? told;
        }

        _states[message.System] = state;
        return told;
    }

    // Influence moves once a day, long after the states.
    private Observation Seen(SimulatedMessage message, long address)
    {
        var passes = galaxy.Ticks.Count(tick => tick.Start + tick.StatePass + tick.InfPass <= message.ObservedAt);
        var lead = 0.5m + (passes % 2 * 0.01m);
        var state = message.States.ToString("x8", CultureInfo.InvariantCulture);
        return SystemStory.SeenAs(
            $"System {address}",
            GalaxySimulator.Time(message.ObservedAt),
            1_000_000,
            SystemStory.Faction("A", lead, $"Boom,{state}"),
            SystemStory.Faction("B", 1 - lead));
    }
}
