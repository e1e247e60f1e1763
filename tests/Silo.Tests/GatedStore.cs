using Orleans.Storage;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Tests;

/// <summary>The real store behind a gate: writes wait while it is shut, and fail where a failure is set.</summary>
internal sealed class GatedStore(MemoryEntityStore inner) : IGrainStorage
{
    private TaskCompletionSource _gate = Opened();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    public MemoryEntityStore Inner => inner;

    public int Writes => Volatile.Read(ref _writes);

    /// <summary>The failure that a grain's writes meet; none by default.</summary>
    public Func<GrainId, Exception?> Failure { get; set; } = _ => null;

    /// <summary>The failure that a grain's reads meet; none by default.</summary>
    public Func<GrainId, Exception?> ReadFailure { get; set; } = _ => null;

    /// <summary>The failure that a grain meets once its write was done; none by default.</summary>
    public Func<GrainId, Exception?> LostAnswer { get; set; } = _ => null;

    /// <summary>What a grain's writes wait for, beside the gate; nothing by default.</summary>
    public Func<GrainId, Task> Held { get; set; } = _ => Task.CompletedTask;

    /// <summary>Completes when a write has come to the shut gate.</summary>
    public Task Arrived => _arrived.Task;

    public void Shut()
    {
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open() => _gate.TrySetResult();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadFailure(grainId) is { } failure ? Task.FromException(failure) : inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Interlocked.Increment(ref _writes);
        _arrived.TrySetResult();
        await _gate.Task;
        await Held(grainId);
        if (Failure(grainId) is { } failure)
        {
            throw failure;
        }

        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (LostAnswer(grainId) is { } lost)
        {
            throw lost;
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
