using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The galaxy: its ticks, and what may become the next one.</summary>
/// <param name="Ticks">The last ticks, oldest first, as they are seen now; <see cref="TicksKept"/> at most.</param>
/// <param name="Evidence">State changes that no known tick explains, oldest first.</param>
/// <param name="OverdueSince">When the lack of a tick was noticed; null while none lacks.</param>
/// <param name="Hours">Hours that were counted up, oldest first; <see cref="HoursKept"/> at most.</param>
/// <param name="Troubles">Feeds that are degraded, by name.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyState")]
public sealed record GalaxyState(
    [property: Id(0)] ImmutableArray<GalaxyTick> Ticks,
    [property: Id(1)] ImmutableArray<StateChangeEvidence> Evidence,
    [property: Id(2)] DateTimeOffset? OverdueSince,
    [property: Id(3)] ImmutableArray<HourTally> Hours,
    [property: Id(4)] ImmutableSortedDictionary<string, FeedTrouble> Troubles) : IEntityState<GalaxyState, GalaxyEvent>
{
    public const int TicksKept = 14;
    public const int HoursKept = 48;

    public static GalaxyState Initial(string key) => key == StarSystemKeys.Galaxy
        ? new([], [], null, [], ImmutableSortedDictionary<string, FeedTrouble>.Empty)
        : throw new ArgumentException($"'{key}' is not the galaxy's key, {StarSystemKeys.Galaxy}.", nameof(key));

    public GalaxyState Apply(GalaxyEvent @event) => this; // The kernel's owner completes this.
}
