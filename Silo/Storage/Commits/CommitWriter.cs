using System.Diagnostics;
using Npgsql;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>
/// Writes what waits, all of it in one transaction, and brings every write to an outcome: it repeats what the store
/// could not take, asks the rows where it lost sight, and parts a refused transaction until the refused write is alone.
/// </summary>
internal sealed class CommitWriter(CommitQueue queue, CommitConnection connection, IEventPartitions partitions, StoreStatus status, StoreMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Ends once the queue is closed and empty.</summary>
    public async Task RunAsync()
    {
        while (await queue.TakeAsync() is { Count: > 0 } batch)
        {
            await SettleAsync(batch);
        }

        await connection.DisposeAsync();
    }

    private async Task SettleAsync(List<PendingCommit> batch)
    {
        for (var wait = FirstWait; ; wait = wait < LongestWait ? wait * 2 : LongestWait)
        {
            batch = [.. batch.Where(commit => commit.TrySend())];
            if (batch.Count == 0 || await TryAsync(batch))
            {
                return;
            }

            metrics.Retried();
            await Task.Delay(wait, time);
        }
    }

    // True once each has its outcome; false where the same is to be tried again.
    private async Task<bool> TryAsync(List<PendingCommit> batch)
    {
        if (!await ConnectAsync())
        {
            NotDone(batch);
            return false;
        }

        using var span = StoreTraces.Transaction(batch);
        try
        {
            await WriteAsync(batch);
            return true;
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return await MeetAsync(batch, exception);
        }
    }

    private async Task<bool> ConnectAsync()
    {
        try
        {
            await connection.OpenAsync();
            return true;
        }
        catch (Exception exception)
        {
            Failed(exception);
            return false;
        }
    }

    private async Task WriteAsync(List<PendingCommit> batch)
    {
        var started = time.GetTimestamp();
        var written = await connection.WriteAsync(batch);
        if (status.Succeeded())
        {
            Log.StoreBack(logger);
        }

        metrics.Wrote(batch.Count, time.GetElapsedTime(started));
        var others = new List<PendingCommit>();
        foreach (var commit in batch)
        {
            if (written.Contains(commit.Write.CommitId))
            {
                commit.Complete(CommitOutcome.Done);
            }
            else
            {
                others.Add(commit);
            }
        }

        if (others.Count > 0)
        {
            await SettleOthersAsync(others);
        }
    }

    // Not written now: done by an attempt that was lost sight of, or decided on another state.
    private async Task SettleOthersAsync(List<PendingCommit> others)
    {
        foreach (var (commit, stored) in await connection.ReadStoredAsync(others))
        {
            Complete(commit, stored);
        }
    }

    private static void Complete(PendingCommit commit, Guid? stored)
    {
        if (stored == commit.Write.CommitId)
        {
            commit.Complete(CommitOutcome.Done);
        }
        else if (commit.MayBeDone)
        {
            // Written over since by somebody else, before or after this one.
            commit.Fail(new StoreUnavailableException($"Whether {commit.Write.Key} was written is not known: another process wrote it meanwhile.") { IsOutcomeUnknown = true });
        }
        else
        {
            commit.Complete(CommitOutcome.Stale(stored));
        }
    }

    private async Task<bool> MeetAsync(List<PendingCommit> batch, Exception exception)
    {
        switch (CommitFailures.Classify(exception))
        {
            case CommitFailure.Unknown:
                foreach (var commit in batch)
                {
                    commit.LostSight();
                }

                Failed(exception);
                await connection.DropAsync();
                return false;
            case CommitFailure.Again:
                NotDone(batch);
                Failed(exception);
                return false;
            case CommitFailure.NoPartition when await MakePartitionsAsync(batch):
                NotDone(batch);
                return false;
            default:
                await RefuseAsync(batch, exception);
                return true;
        }
    }

    private async Task<bool> MakePartitionsAsync(List<PendingCommit> batch)
    {
        try
        {
            foreach (var (system, at) in batch.SelectMany(commit => commit.Write.Events, (commit, stored) => (commit.Write.System, stored.At)).Distinct())
            {
                await partitions.EnsureAsync(system, at, CancellationToken.None);
            }

            return true;
        }
        catch (NpgsqlException exception)
        {
            Failed(exception);
            return exception is not PostgresException;
        }
    }

    private async Task RefuseAsync(List<PendingCommit> batch, Exception exception)
    {
        if (batch.Count == 1)
        {
            Log.Refused(logger, batch[0].Write.Key, exception);
            batch[0].Fail(new InvalidOperationException($"{batch[0].Write.Key}: the store refused a write: {exception.Message}", exception));
            return;
        }

        NotDone(batch);
        var half = batch.Count / 2;
        await SettleAsync([.. batch.Take(half)]);
        await SettleAsync([.. batch.Skip(half)]);
    }

    private static void NotDone(IEnumerable<PendingCommit> batch)
    {
        foreach (var commit in batch)
        {
            commit.NotDone();
        }
    }

    private void Failed(Exception exception)
    {
        if (status.Failed(exception.Message))
        {
            Log.StoreLost(logger, exception);
        }
    }
}
