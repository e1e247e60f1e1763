using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Tests.StarSystems.Simulation;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>The galaxy under test: tells its kernel what happens, as the grain does. Times are minutes since <see cref="Start"/>.</summary>
internal sealed class GalaxyStory
{
    public static readonly DateTimeOffset Start = new(2026, 5, 16, 14, 18, 49, TimeSpan.Zero);

    public GalaxyState State { get; private set; } = GalaxyState.Initial(StarSystemKeys.Galaxy);

    public FeedTraffic Traffic { get; } = new();

    public GalaxyOptions Options { get; } = new();

    public List<GalaxyEvent> Events { get; } = [];

    public IEnumerable<GalaxyTick> Called => Events.OfType<GalaxyTickCalled>().Select(called => called.Tick);

    public IEnumerable<GalaxyTickRevised> Revised => Events.OfType<GalaxyTickRevised>();

    public GalaxyTick Tick => State.Ticks[^1];

    public static DateTimeOffset At(double minutes) => Start.AddMinutes(minutes);

    public static StateChangeNoted Change(long system, double since, double until) =>
        new(At(until), new(system, At(since), At(until), SampleTicks.Of(system, At(since), At(until))));

    /// <summary>A system's states changed; it is told at once unless said otherwise.</summary>
    public Decision<GalaxyEvent> Note(long system, double since, double until, double? now = null) => Tell(Change(system, since, until), now ?? until);

    /// <summary>So many systems change, one every half minute, last seen twenty minutes before.</summary>
    public void Run(double from, int systems, long first = 1000)
    {
        for (var index = 0; index < systems; index++)
        {
            Note(first + index, from - 20 + (index * 0.5), from + (index * 0.5));
        }
    }

    public Decision<GalaxyEvent> Withdraw(long system, double at) => Tell(new StateChangeWithdrawn(At(at), system), at);

    public Decision<GalaxyEvent> Relay(double at, double? now = null) =>
        Execute(new ReportGalaxyTick(SampleTicks.Of(7, At(at - 30), At(at), TickSource.Relayed)), now ?? at);

    public Decision<GalaxyEvent> Review(double now) => Execute(new ReviewTicks(), now);

    public Decision<GalaxyEvent> Execute(GalaxyCommand command, double now) => Take(GalaxyRules.Decide(State, Traffic, Options, command, At(now)));

    public Decision<GalaxyEvent> Tell(EntityEvent told, double now) => Take(GalaxyRules.Decide(State, Traffic, Options, told, At(now)));

    private Decision<GalaxyEvent> Take(Decision<GalaxyEvent> decision)
    {
        foreach (var @event in decision.Events)
        {
            State = State.Apply(@event);
            Events.Add(@event);
        }

        return decision;
    }
}
