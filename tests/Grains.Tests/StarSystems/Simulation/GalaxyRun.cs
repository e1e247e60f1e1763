using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>The galaxy's rules, fed with a simulated galaxy as the grain feeds them, and held against what truly happened.</summary>
internal sealed class GalaxyRun
{
    private static readonly JsonTypeInfo<GalaxyState> Stored = StarSystemStorageJson.Of<GalaxyState>();

    private readonly GalaxyOptions _options = new();
    private readonly GalaxySetting _setting;
    private readonly GalaxySimulator _simulator;
    private readonly ISimulatedSystems _systems;
    private readonly FeedTraffic _traffic = new();
    private GalaxyState _galaxy = GalaxyState.Initial(StarSystemKeys.Galaxy);

    /// <param name="setting">The galaxy.</param>
    /// <param name="seed">Of its dice.</param>
    /// <param name="isByRules">Whether systems follow their own rules, rather than the light model of them.</param>
    public GalaxyRun(GalaxySetting setting, ulong seed, bool isByRules = false)
    {
        _setting = setting;
        _simulator = new(setting, seed);
        _systems = isByRules ? new KernelSystems(setting, _simulator) : new LightSystems(setting.Systems);
    }

    public GalaxySimulator Galaxy => _simulator;

    /// <summary>What became of the galaxy, and when, in seconds.</summary>
    public List<(double At, GalaxyEvent Event)> Events { get; } = [];

    public GalaxyState State => _galaxy;

    /// <summary>When the simulation ends, in seconds.</summary>
    public double End => _setting.Days * GalaxySimulator.Day;

    /// <summary>The most bytes that the stored state had.</summary>
    public int LargestState { get; private set; }

    /// <summary>Events that tell of evidence; they are many, and not in <see cref="Events"/>.</summary>
    public int Noted { get; private set; }

    public GalaxyRun Go()
    {
        var (minute, inMinute) = (0L, 0);
        foreach (var message in _simulator.Messages())
        {
            for (; message.ArrivesAt >= (minute + 1) * 60.0; minute++, inMinute = 0)
            {
                EndMinute((minute + 1) * 60.0, inMinute);
            }

            inMinute++;
            Take(message);
        }

        return this;
    }

    private void EndMinute(double at, int messages)
    {
        if (_setting.TellsTraffic)
        {
            _traffic.Add(GalaxySimulator.Time(at).AddTicks(-1), messages);
        }

        if (at % GalaxySimulator.Hour == 0)
        {
            HourTally hour = new(GalaxySimulator.Time(at - GalaxySimulator.Hour), 0, 0, [], []);
            Apply(at, GalaxyRules.Decide(_galaxy, _traffic, _options, new CloseHours([hour]), GalaxySimulator.Time(at)));
        }

        Apply(at, GalaxyRules.Decide(_galaxy, _traffic, _options, new ReviewTicks(), GalaxySimulator.Time(at)));
    }

    private void Take(SimulatedMessage message)
    {
        if (_systems.See(message) is not { } told)
        {
            return;
        }

        if (told is StateChangeNoted && message.Tick >= 0 && _simulator.Ticks[message.Tick] is var tick && message.ObservedAt - tick.Start < 12 * GalaxySimulator.Hour)
        {
            tick.FirstShown ??= message.ArrivesAt;
        }

        Apply(message.ArrivesAt, GalaxyRules.Decide(_galaxy, _traffic, _options, told, GalaxySimulator.Time(message.ArrivesAt)));
    }

    private void Apply(double at, Decision<GalaxyEvent> decision)
    {
        foreach (var @event in decision.Events)
        {
            _galaxy = _galaxy.Apply(@event);
            if (@event is StateChangeNoted or StateChangeWithdrawn)
            {
                if (Noted++ % 20 == 0 || _galaxy.Evidence.Length > 40)
                {
                    LargestState = Math.Max(LargestState, JsonSerializer.SerializeToUtf8Bytes(_galaxy, Stored).Length);
                }
            }
            else
            {
                Events.Add((at, @event));
            }
        }
    }
}
