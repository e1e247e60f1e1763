using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Replay;

/// <summary>Plays recordings back at their own pace, or faster. Nothing after it knows that the frames are old.</summary>
/// <remarks>
/// Rebased, a recording's times are mapped to the clock's with the pace itself (twice as fast is half as far apart), so that
/// nothing lies in the future. As fast as possible there is no pace: the end is mapped to now.
/// </remarks>
/// <param name="files">The recordings.</param>
/// <param name="wants">Which feeds to deliver; the pace is that of all.</param>
/// <param name="speed">1 is the recording's own; 0 has none.</param>
/// <param name="loop">Begin anew at the end.</param>
/// <param name="rebase">Move the times to now.</param>
/// <param name="measures">Told of lines that cannot be read; null where another who reads the same files is.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of lines that cannot be read.</param>
internal sealed class ReplaySource(
    ImmutableArray<string> files,
    Func<string, bool> wants,
    double speed,
    bool loop,
    bool rebase,
    FeedMeasures? measures,
    TimeProvider time,
    ILogger logger) : IFrameSource
{
    public async Task Run(IFrameSink sink, CancellationToken cancellationToken)
    {
        do
        {
            if (!await Play(sink, cancellationToken))
            {
                Log.Empty(logger, string.Join(", ", files));
                return;
            }
        }
        while (loop);

        Log.Ended(logger);
    }

    private async Task<bool> Play(IFrameSink sink, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        DateTimeOffset? first = null;
        var end = rebase && speed == 0 ? await EndOf(cancellationToken) : default;
        await foreach (var frame in Merged(cancellationToken))
        {
            first ??= frame.At;
            var due = speed > 0 ? start + ((frame.At - first.Value) / speed) : start;
            if (due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            if (!wants(frame.Feed))
            {
                continue;
            }

            await sink.Deliver(rebase ? FrameShift.Apply(frame, Map) : frame, cancellationToken);
        }

        return first is not null;

        DateTimeOffset Map(DateTimeOffset at) => speed > 0 ? start + ((at - first.Value) / speed) : at + (start - end);
    }

    private async Task<DateTimeOffset> EndOf(CancellationToken cancellationToken)
    {
        var end = DateTimeOffset.MinValue;
        await foreach (var frame in Merged(cancellationToken, counts: false))
        {
            end = frame.At > end ? frame.At : end;
        }

        return end;
    }

    private async IAsyncEnumerable<FeedFrame> Merged([EnumeratorCancellation] CancellationToken cancellationToken, bool counts = true)
    {
        var readers = new List<IAsyncEnumerator<FeedFrame>>();
        try
        {
            foreach (var file in files)
            {
                var reader = Frames(file, counts, cancellationToken).GetAsyncEnumerator(cancellationToken);
                readers.Add(reader);
                if (!await reader.MoveNextAsync())
                {
                    readers.Remove(reader);
                    await reader.DisposeAsync();
                }
            }

            while (readers.MinBy(reader => reader.Current.At) is { } next)
            {
                yield return next.Current;
                if (!await next.MoveNextAsync())
                {
                    readers.Remove(next);
                    await next.DisposeAsync();
                }
            }
        }
        finally
        {
            foreach (var reader in readers)
            {
                await reader.DisposeAsync();
            }
        }
    }

    private async IAsyncEnumerable<FeedFrame> Frames(string file, bool counts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (FrameLine.Read(Encoding.UTF8.GetBytes(line), out var refusal) is { } frame)
            {
                yield return frame;
            }
            else if (counts && measures is not null)
            {
                measures.Refused(refusal!.Reason);
                Log.BadLine(logger, file, refusal.Detail);
            }
        }
    }
}
