using System.Globalization;

namespace OrleansGameState.Gateway.Entities;

/// <summary>An entity as clients see it. One instance is shared by all that ask for the same state.</summary>
/// <param name="Sequence">Sequence of the state; 0 where nothing was ever told of the entity.</param>
/// <param name="AsOf">Commit time of that sequence.</param>
/// <param name="Source">What the view was made of, for those who want it in another form.</param>
/// <param name="Json">The view as UTF-8 JSON.</param>
internal sealed record EntityView(long Sequence, DateTimeOffset AsOf, object Source, ReadOnlyMemory<byte> Json)
{
    /// <summary>Of a view that is a function of the sequence. The commit time tells apart what a store in memory began anew.</summary>
    public string ETag { get; } = string.Create(CultureInfo.InvariantCulture, $"\"{Sequence}-{AsOf.UtcTicks:x}\"");
}
