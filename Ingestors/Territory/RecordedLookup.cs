using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// For where the network is not asked. A recording holds its look-ups: made ahead of their captures, or, as a live feed
/// is recorded, answered within a moment after.
/// </summary>
internal sealed class RecordedLookup(TimeSpan patience) : ICharacterLookup
{
    public TimeSpan Patience => patience;

    public void Request(ImmutableArray<long> characterIds)
    {
    }
}
