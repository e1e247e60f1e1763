using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Silo.Storage.Scans;
using OrleansGameState.Silo.Tests.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>What outlives a silo: the store of one universe, and a journal of all that was written to it.</summary>
internal sealed record SectorStore(string Universe, IGrainStorage Inner, IEventLog Log, IPendingIntents Pending, IEntityScan Scan)
{
    public SectorJournal Journal { get; } = new();

    public static SectorStore InMemory(TimeProvider time)
    {
        var memory = new MemoryEntityStore(new(SectorKinds.All), Options.Create(new MemoryStorageOptions()), time);
        return new("u", memory, memory, memory, memory);
    }

    /// <summary>One universe of a database that has others beside it.</summary>
    public static SectorStore OnPostgres(CommitHost host, string universe)
    {
        var types = new StoredTypes(SectorKinds.All);
        var reads = new StoreReads(host.Source, TimeProvider.System);
        return new(
            universe,
            new PostgresEntityStore(types, new(types), host.Queue, reads, Options.Create(new StorageOptions())),
            new PostgresEventLog(new(reads), types),
            new OfUniverse(new PostgresPendingIntents(reads), universe),
            new PostgresEntityScan(reads));
    }

    // What another universe owes is another silo's.
    private sealed class OfUniverse(IPendingIntents all, string universe) : IPendingIntents
    {
        public async ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken) =>
            [.. (await all.FindAsync(limit, cancellationToken)).Where(found => SectorKeys.UniverseOf(found.Key) == universe)];
    }
}
