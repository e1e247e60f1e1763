using System.Diagnostics;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>
/// The spans of the store's transactions. One is part of the trace of the first commit that rides in it and linked to those
/// of the others. Where nobody listens there are none, and nothing is made for them.
/// </summary>
internal static class StoreTraces
{
    private static readonly ActivitySource Source = new("OrleansGameState.Silo");

    /// <summary>The commit that is handed over now; null where it is not traced.</summary>
    public static Activity? Cause() => Source.HasListeners() && Activity.Current is { Recorded: true } commit ? commit : null;

    /// <summary>The span of one attempt; null where none of its commits is traced.</summary>
    public static Activity? Transaction(List<PendingCommit> batch)
    {
        if (!Source.HasListeners() || batch.Find(commit => commit.Cause is not null) is not { } first)
        {
            return null;
        }

        var links = batch.Where(commit => commit != first && commit.Cause is not null).Select(commit => new ActivityLink(commit.Cause!.Context));
        return Source.StartActivity("transaction", ActivityKind.Internal, first.Cause!.Context, links: links)?
            .SetTag("gamestate.store.batch", batch.Count);
    }
}
