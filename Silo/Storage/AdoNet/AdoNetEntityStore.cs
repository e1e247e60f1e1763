using System.Net.Sockets;
using Npgsql;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.AdoNet;

/// <summary>
/// Holds entities' last states in Orleans' ADO.NET grain storage, which knows nothing of events: those are in the
/// process's memory. Each write is one transaction, guarded by the version that the storage keeps, which is the ETag.
/// </summary>
internal sealed class AdoNetEntityStore(
    IGrainStorage storage,
    EntityRows rows,
    MemoryHistory history,
    AdoNetPendingIntents pending,
    StoreReads reads,
    StoreStatus status,
    TimeSpan timeout,
    TimeProvider time,
    ILogger<AdoNetEntityStore> logger) : IGrainStorage
{
    /// <summary>Of the states' types, so that entities are told from whatever else is stored there.</summary>
    public const string TypePrefix = "entity/";

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var kind = rows.KindOf(typeof(T));
        var stored = await reads.AskAsync(token => ReadAsync(kind, grainId).WaitAsync(token), cancellationToken);
        if (!stored.RecordExists)
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null!, false);
            return;
        }

        var record = rows.Decode(kind, grainId.Key.ToString()!, stored.State!);
        history.Resume(kind, record);
        pending.Note(record);
        (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)record, stored.ETag!, true);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = grainState.State as IEntityRecord
            ?? throw new ArgumentException($"{typeof(T)} is not an entity's record; only entities are stored here.", nameof(grainState));
        var kind = rows.KindOf(typeof(T));
        var state = new GrainState<EntityRow>(rows.Encode(kind, record), grainState.ETag) { RecordExists = grainState.RecordExists };
        await SettleAsync(kind, grainId, state);

        // Afterwards, since memory takes nothing back; who reads in between is told that the events are gone.
        history.Append(kind, record);
        pending.Note(record);
        (grainState.ETag, grainState.RecordExists) = (state.ETag!, true);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("Entities are not cleared.");

    /// <summary>What Orleans' storage calls the type of a kind's states.</summary>
    internal static string Type(StoredKind kind) => $"{TypePrefix}{kind.System}/{kind.Name}";

    // The same guarded write again, until it has an outcome: an attempt that was lost sight of and was done after all
    // makes the next one a conflict, and left its commit id in the row.
    private async Task SettleAsync(StoredKind kind, GrainId grainId, GrainState<EntityRow> state)
    {
        var started = time.GetTimestamp();
        var mayBeDone = false;
        for (var wait = FirstWait; ; wait = wait < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                var left = timeout - time.GetElapsedTime(started);
                await AttemptAsync(kind, grainId, state, mayBeDone).WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
                Answered();
                return;
            }
            catch (Exception exception) when (IsPassing(exception))
            {
                mayBeDone |= !IsUnconnected(exception);
                Failed(exception);
                if (time.GetElapsedTime(started) + wait >= timeout)
                {
                    throw Unavailable(grainId, exception, mayBeDone);
                }
            }

            await Task.Delay(wait, time);
        }
    }

    private async Task AttemptAsync(StoredKind kind, GrainId grainId, GrainState<EntityRow> state, bool mayBeDone)
    {
        try
        {
            await storage.WriteStateAsync(Type(kind), grainId, state);
        }
        catch (InconsistentStateException) when (mayBeDone)
        {
            var stored = await ReadAsync(kind, grainId);
            if (stored.State?.CommitId != state.State!.CommitId)
            {
                throw;
            }

            state.ETag = stored.ETag;
        }
    }

    private async Task<GrainState<EntityRow>> ReadAsync(StoredKind kind, GrainId grainId)
    {
        var state = new GrainState<EntityRow>();
        await storage.ReadStateAsync(Type(kind), grainId, state);
        return state;
    }

    private void Answered()
    {
        if (status.Succeeded())
        {
            Log.StoreBack(logger);
        }
    }

    private void Failed(Exception exception)
    {
        if (status.Failed(exception.Message))
        {
            Log.StoreLost(logger, exception);
        }
    }

    private StoreUnavailableException Unavailable(GrainId grainId, Exception exception, bool mayBeDone)
    {
        var reason = $"the store did not answer within {timeout.TotalSeconds} s{status.Because}.";
        return mayBeDone
            ? new($"Whether {grainId.Key} was written is not known: {reason} It is read again before anything else is decided.", exception) { IsOutcomeUnknown = true }
            : new($"{grainId.Key} was not written: {reason}", exception);
    }

    private static bool IsPassing(Exception exception) => exception is TimeoutException or NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    // No connection, no write. Whatever else went wrong may have done so after the server had it.
    private static bool IsUnconnected(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections } or NpgsqlException { InnerException: SocketException };
}
