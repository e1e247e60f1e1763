using System.Collections.Immutable;

namespace OrleansGameState.Grains.Entities;

/// <summary>Reads many entities from the store at once, past their grains.</summary>
public interface IEntityScan
{
    /// <summary>
    /// All entities of some kinds of one system whose keys begin with a prefix, each once, in any order, as they were at one
    /// instant after the call: whatever was acknowledged before it is in there. Where the store is this process's memory,
    /// each is as it was at an instant of its own.
    /// </summary>
    /// <param name="kinds">The kinds, at least one; all of the same system.</param>
    /// <param name="prefix">The prefix; empty for all.</param>
    /// <param name="select">What to keep of each; null for nothing. Called again where the scan had to begin anew.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    ValueTask<ImmutableArray<T>> ScanAsync<T>(ImmutableArray<StoredKind> kinds, string prefix, Func<ScannedEntity, T?> select, CancellationToken cancellationToken)
        where T : class;
}
