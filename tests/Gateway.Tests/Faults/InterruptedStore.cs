using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Gateway.Tests.Faults;

/// <summary>The real store, to which the connection is lost where the test says so.</summary>
internal sealed class InterruptedStore(MemoryEntityStore inner) : IGrainStorage, IEventLog
{
    public const string Secret = "connect to /run/secret:5432 as postgres";

    private volatile bool _isAway;

    public bool IsAway
    {
        get => _isAway;
        set => _isAway = value;
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Reachable().ReadStateAsync(stateName, grainId, grainState);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Reachable().WriteStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Reachable().ClearStateAsync(stateName, grainId, grainState);

    public ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken) =>
        Reachable().ReadAsync(system, key, after, limit, cancellationToken);

    public ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken) =>
        Reachable().ReadBetweenAsync(system, key, from, to, after, limit, cancellationToken);

    public ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken) =>
        Reachable().ReadSystemAsync(system, after, limit, cancellationToken);

    public ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        Reachable().StateAtAsync(system, key, at, cancellationToken);

    private MemoryEntityStore Reachable() => IsAway ? throw new StoreUnavailableException($"No connection: {Secret}", new IOException(Secret)) : inner;
}
