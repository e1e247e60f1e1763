using System.Diagnostics;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// The spans of a feed: one for each frame, from its arrival until its commands are queued, and one for each command,
/// from its turn to its answer. Where nobody listens there are none, and nothing is made for them.
/// </summary>
internal static class FeedTraces
{
    private static readonly ActivitySource Source = new("OrleansGameState.Ingestors");

    /// <summary>The span of a frame that is taken now.</summary>
    public static Activity? Frame(in FeedFrame frame, TimeProvider time)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var waited = frame.Received == 0 ? TimeSpan.Zero : time.GetElapsedTime(frame.Received);
        var span = Source.StartActivity("frame", ActivityKind.Consumer, parentContext: default, startTime: time.GetUtcNow() - waited);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("gamestate.feed", frame.Feed);
            span.SetTag("gamestate.frame.bytes", frame.Content.Length);
            span.SetTag("gamestate.frame.waited_ms", waited.TotalMilliseconds);
        }

        return span;
    }

    /// <summary>What is under way now, for work that is done later.</summary>
    public static Activity? Cause() => Source.HasListeners() ? Activity.Current : null;

    /// <summary>The span of a command; of the trace of what caused it, which has ended by then.</summary>
    public static Activity? Command(string key, Activity? cause)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var span = Source.StartActivity("command", ActivityKind.Internal, cause?.Context ?? default);
        span?.SetTag("gamestate.key", key);
        return span;
    }

    /// <summary>A frame, or a part of it, was refused.</summary>
    public static void Refused(FrameRefusal refusal)
    {
        if (Current() is { } span)
        {
            span.SetTag("gamestate.refusal", refusal.Reason);
            span.SetStatus(ActivityStatusCode.Error, refusal.Detail);
        }
    }

    public static void Repeated(int attempt, string reason) =>
        Current()?.AddEvent(new("repeated", tags: new() { ["gamestate.attempt"] = attempt, ["gamestate.reason"] = reason }));

    public static void Failed(Exception exception) => Current()?.SetStatus(ActivityStatusCode.Error, exception.Message);

    /// <summary>What the entity answered. A refusal by its rules is an answer, and no error.</summary>
    public static void Answered(object command, CommandResult? result)
    {
        if (Current() is not { } span)
        {
            return;
        }

        span.DisplayName = command.GetType().Name;
        if (result is not null)
        {
            span.SetTag("gamestate.sequence", result.Sequence);
            span.SetTag("gamestate.events", result.Changes);
            if (!result.Rejections.IsEmpty)
            {
                span.SetTag("gamestate.rejections", string.Join(',', result.Rejections.Select(rejection => rejection.Code).Distinct()));
            }
        }
    }

    private static Activity? Current() => Source.HasListeners() && Activity.Current is { IsAllDataRequested: true } span ? span : null;
}
