using System.Threading.Channels;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>
/// Where writes wait for the next transaction. Bounded: while there is no room, callers wait, so that whatever feeds
/// them slows down.
/// </summary>
internal sealed class CommitQueue(IOptions<StorageOptions> options, TimeProvider time, StoreStatus status) : IDisposable
{
    private readonly Channel<PendingCommit> _waiting = Channel.CreateUnbounded<PendingCommit>();
    private readonly Room _room = new(options.Value.QueueCount, options.Value.QueueBytes);
    private readonly CancellationTokenSource _closed = new();

    /// <summary>How full it is, from 0 to 1.</summary>
    public double Taken => _room.Taken;

    public int Count => _room.Count;

    /// <summary>How long the first that no writer has taken has waited; zero where there is none.</summary>
    public TimeSpan Oldest => _waiting.Reader.TryPeek(out var first) ? time.GetElapsedTime(first.At) : TimeSpan.Zero;

    /// <summary>Returns once the write is durable, or known to be refused.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take it in time.</exception>
    public async Task<CommitOutcome> CommitAsync(EntityWrite write, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Value.CommitTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken, _closed.Token);
        try
        {
            await _room.EnterAsync(write.Bytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NotWritten(write);
        }

        try
        {
            return await WriteAsync(new(write) { At = time.GetTimestamp() }, deadline.Token);
        }
        finally
        {
            _room.Leave(write.Bytes);
        }
    }

    /// <summary>Takes what waits, at least one and at most so many; nothing once the queue is closed and empty.</summary>
    public async ValueTask<List<PendingCommit>> TakeAsync()
    {
        var batch = new List<PendingCommit>();
        var bytes = 0;
        while (batch.Count == 0 && await _waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < options.Value.BatchCount && bytes < options.Value.BatchBytes && _waiting.Reader.TryRead(out var commit))
            {
                batch.Add(commit);
                bytes += commit.Write.Bytes;
            }
        }

        return batch;
    }

    /// <summary>Takes no more; what waits is still written.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        _closed.Cancel();
    }

    public void Dispose() => _closed.Dispose();

    // Not cancelled by the caller: a write that was handed over is brought to its end.
    private async Task<CommitOutcome> WriteAsync(PendingCommit commit, CancellationToken deadline)
    {
        if (!_waiting.Writer.TryWrite(commit))
        {
            throw NotWritten(commit.Write);
        }

        try
        {
            return await commit.Outcome.WaitAsync(deadline);
        }
        catch (OperationCanceledException)
        {
            throw commit.Abandon() ? NotWritten(commit.Write) : Unknown(commit.Write);
        }
    }

    private StoreUnavailableException NotWritten(EntityWrite write) =>
        new($"{write.Key} was not written: {Reason()}");

    private StoreUnavailableException Unknown(EntityWrite write) =>
        new($"Whether {write.Key} was written is not known: {Reason()} It is read again before anything else is decided.") { IsOutcomeUnknown = true };

    private string Reason() => _closed.IsCancellationRequested
        ? "the store is closing."
        : $"the store did not answer within {options.Value.CommitTimeoutSeconds} s{status.Because}.";
}
