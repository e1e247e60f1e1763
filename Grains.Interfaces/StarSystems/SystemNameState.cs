using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Which systems bear a name; most names have one, a few have several.</summary>
/// <param name="Name">As the journal has it; empty until a system was seen to bear it.</param>
/// <param name="Systems">Their addresses.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemNameState")]
public sealed record SystemNameState(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableSortedSet<long> Systems) : IEntityState<SystemNameState, SystemNameEvent>
{
    public static SystemNameState Initial(string key) => StarSystemKeys.TryParseName(key, out _)
        ? new("", [])
        : throw new ArgumentException($"'{key}' is not a name's key; one reads elite/name/{{name in lower case}}.", nameof(key));

    public SystemNameState Apply(SystemNameEvent @event) => @event switch
    {
        NameTaken e => new(e.Name, Systems.Add(e.SystemAddress)),
        NameGivenUp e => this with { Systems = Systems.Remove(e.SystemAddress) },
        _ => this,
    };
}
