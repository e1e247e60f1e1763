using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Where a minor faction is present. How strong it is there the systems tell.</summary>
/// <param name="Name">As the journal has it; empty until it was seen.</param>
/// <param name="Systems">Names of the systems by address.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.MinorFactionState")]
public sealed record MinorFactionState(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableSortedDictionary<long, string> Systems) : IEntityState<MinorFactionState, MinorFactionEvent>
{
    public static MinorFactionState Initial(string key) => StarSystemKeys.TryParseFaction(key, out _)
        ? new("", ImmutableSortedDictionary<long, string>.Empty)
        : throw new ArgumentException($"'{key}' is not a minor faction's key; one reads elite/faction/{{name in lower case}}.", nameof(key));

    public MinorFactionState Apply(MinorFactionEvent @event) => @event switch
    {
        FactionEntered e => this with { Name = e.Faction, Systems = Systems.SetItem(e.SystemAddress, e.System) },
        FactionLeft e => this with { Systems = Systems.Remove(e.SystemAddress) },
        _ => this,
    };
}
