using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>
/// Reads across a universe's entities, of their committed records as they were at one instant. The primary key is the
/// universe's; of the list of universes, <see cref="All"/>. It keeps nothing.
/// </summary>
[Alias("sectors.IPresenceGrain")]
public interface IPresenceGrain : IGrainWithStringKey
{
    /// <summary>The key to list universes by.</summary>
    const string All = "*";

    /// <summary>Who is where. Never older than what was acknowledged before the call.</summary>
    [Alias("Read")]
    ValueTask<Presence> Read();

    /// <summary>The ids of all universes that were ever imported.</summary>
    [Alias("ListUniverses")]
    ValueTask<ImmutableArray<string>> ListUniverses();
}
