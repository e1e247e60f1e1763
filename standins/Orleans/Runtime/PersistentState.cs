using Orleans.Storage;

namespace Orleans.Standin;

/// <summary>
/// A state of one activation. Its operations run one after another; a write asked for while another waits for its turn is
/// done by that one.
/// </summary>
internal sealed class PersistentState<TState>(Activation activation, IGrainStorage storage, string name) : IPersistentState<TState>, IStateReader
{
    private readonly GrainState<TState> _state = new(StateMaker<TState>.Make());
    private bool _isRead;
    private Task? _last;
    private Task? _waitingWrite;

    public TState State
    {
        get
        {
            RequireTurn();
            return _state.State!;
        }

        set
        {
            RequireTurn();
            _state.State = value;
        }
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _isRead ? _state.RecordExists : throw new InvalidOperationException("State has not yet been loaded");

    public Task ReadStateAsync() => ReadStateAsync(CancellationToken.None);

    public Task WriteStateAsync() => WriteStateAsync(CancellationToken.None);

    public Task ClearStateAsync() => ClearStateAsync(CancellationToken.None);

    public Task ReadStateAsync(CancellationToken cancellationToken) => Queue(() => ReadCoreAsync(cancellationToken));

    public Task ReadAsync(CancellationToken cancellationToken) => ReadStateAsync(cancellationToken);

    public Task ClearStateAsync(CancellationToken cancellationToken) =>
        Queue(() => storage.ClearStateAsync(name, activation.GrainId, _state, cancellationToken));

    public Task WriteStateAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled || _last is null or { IsCompleted: true })
        {
            return Queue(() => storage.WriteStateAsync(name, activation.GrainId, _state, cancellationToken));
        }

        RequireTurn();
        if (_waitingWrite is not null && ReferenceEquals(_waitingWrite, _last))
        {
            return _waitingWrite;
        }

        return _waitingWrite = Queue(() =>
        {
            _waitingWrite = null;
            return storage.WriteStateAsync(name, activation.GrainId, _state, CancellationToken.None);
        });
    }

    private async Task ReadCoreAsync(CancellationToken cancellationToken)
    {
        await storage.ReadStateAsync(name, activation.GrainId, _state, cancellationToken);
        _isRead = true;
    }

    private Task Queue(Func<Task> operation)
    {
        RequireTurn();
        var queued = After(_last, operation);
        _last = queued;
        return queued;
    }

    private async Task After(Task? earlier, Func<Task> operation)
    {
        if (earlier is { IsCompleted: false })
        {
            await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        try
        {
            await operation();
        }
        catch (Exception exception) when (exception is not OrleansException and not OperationCanceledException)
        {
            throw new OrleansException(
                $"Error from storage provider {storage.GetType().Name}.{name} for grain {activation.GrainId}: {exception.Message}", exception);
        }
    }

    private void RequireTurn()
    {
        if (!ReferenceEquals(CallTarget.Current, activation))
        {
            throw new InvalidOperationException(
                $"Activation access violation: state '{name}' of {activation.GrainId} was used outside of its grain's turn (in Task.Run, or after ConfigureAwait(false)).");
        }
    }
}
