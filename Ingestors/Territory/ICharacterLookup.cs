using System.Collections.Immutable;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Looks characters' factions up; the answer comes as a REST frame.</summary>
internal interface ICharacterLookup
{
    /// <summary>How long an answer may take; none, and nothing is waited for.</summary>
    TimeSpan Patience { get; }

    void Request(ImmutableArray<long> characterIds);
}
