using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A star system: the last observation and the last tick.</summary>
/// <param name="SystemAddress">The game's id.</param>
/// <param name="Last">The last observation whose content was new; null where only another detector told of the system.</param>
/// <param name="LastTick">Null until the first tick.</param>
/// <param name="StatePass">When the state pass last reached the system; null until it did.</param>
/// <param name="InfPass">When the influence pass last reached the system; null until it did.</param>
/// <param name="StatesBefore">CRC over the active states before their last change; null until they changed.</param>
/// <param name="RecentTicks">Times of the ticks in the seven days up to the last one, oldest first; <see cref="TicksCounted"/> at most.</param>
/// <param name="IsColony">Founded by players; null where it is not known.</param>
/// <param name="NativeFactions">Factions whose home it is, as far as data told; in ordinal order.</param>
/// <param name="LastFactionsChanged">Null until factions came or left.</param>
/// <param name="LastExpansion">Null until a faction expanded from here.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarSystemState")]
public sealed record StarSystemState(
    [property: Id(0)] long SystemAddress,
    [property: Id(1)] Observation? Last,
    [property: Id(2)] SystemTick? LastTick,
    [property: Id(3)] TickInterval? StatePass,
    [property: Id(4)] TickInterval? InfPass,
    [property: Id(5)] uint? StatesBefore,
    [property: Id(6)] ImmutableArray<DateTimeOffset> RecentTicks,
    [property: Id(7)] bool? IsColony,
    [property: Id(8)] ImmutableArray<string> NativeFactions,
    [property: Id(9)] FactionsChanged? LastFactionsChanged,
    [property: Id(10)] FactionExpandedFrom? LastExpansion) : IEntityState<StarSystemState, StarSystemEvent>
{
    /// <summary>How long a tick counts for <see cref="SystemTick.DayCount"/>.</summary>
    public static readonly TimeSpan CountedDays = TimeSpan.FromDays(7);

    /// <summary>How many of them are counted at most: a system has a few a day, and only a recording that is played in a loop has more.</summary>
    public const int TicksCounted = 100;

    public static StarSystemState Initial(string key) => StarSystemKeys.TryParseStarSystem(key, out var address)
        ? new(address, null, null, null, null, null, [], null, [], null, null)
        : throw new ArgumentException($"'{key}' is not a star system's key; one reads elite/{{systemAddress}}.", nameof(key));

    /// <summary>The system's name as it was last told; empty where it never was.</summary>
    [JsonIgnore]
    public string Name => Last?.Name ?? LastTick?.System ?? LastFactionsChanged?.System ?? LastExpansion?.System ?? "";

    public StarSystemState Apply(StarSystemEvent @event) => @event switch
    {
        SystemObserved e => Observed(e.Observation),
        SystemTicked e => (e.Observation is null ? this : Observed(e.Observation)).Ticked(e.Tick),
        FactionsChanged e => this with { LastFactionsChanged = e },
        FactionExpandedFrom e => this with { LastExpansion = e },
        SystemDescribed e => this with { IsColony = e.IsColony, NativeFactions = e.NativeFactions },
        _ => this,
    };

    private StarSystemState Observed(Observation observation)
    {
        var before = StatesCrc.Of(Last?.Factions ?? []);
        var changed = Last is not null && before != StatesCrc.Of(observation.Factions);
        return this with { Last = observation, StatesBefore = changed ? before : StatesBefore };
    }

    private StarSystemState Ticked(SystemTick tick)
    {
        var interval = new TickInterval(tick.Since, tick.Timestamp);
        return this with
        {
            LastTick = LastTick is null || LastTick.Timestamp <= tick.Timestamp ? tick : LastTick,
            StatePass = tick.Metrics.TellsOfStatePass ? interval : StatePass,
            InfPass = tick.Metrics.TellsOfInfPass ? interval : InfPass,
            RecentTicks = Recent(tick.Timestamp),
        };
    }

    private ImmutableArray<DateTimeOffset> Recent(DateTimeOffset tick)
    {
        var latest = RecentTicks.IsEmpty || RecentTicks[^1] < tick ? tick : RecentTicks[^1];
        return [.. RecentTicks.Append(tick).Where(at => latest - at < CountedDays).Order().TakeLast(TicksCounted)];
    }
}
