using System.Diagnostics;

namespace OrleansGameState.Grains.Entities;

/// <summary>
/// The spans of an entity's commits. A commit is part of the trace of the first command in it and linked to those of the
/// others. Where nobody listens there are none, and nothing is made for them.
/// </summary>
internal static class EntityTraces
{
    private static readonly ActivitySource Source = new("OrleansGameState.Grains");

    /// <summary>Adds the command that is executed now to what a commit is for, where it is traced.</summary>
    public static void Remember(ref List<ActivityContext>? causes)
    {
        if (Source.HasListeners() && Activity.Current is { Recorded: true } command)
        {
            (causes ??= []).Add(command.Context);
        }
    }

    /// <summary>From here on nothing is done for the command that is executed now alone.</summary>
    public static void Leave()
    {
        if (Activity.Current is not null)
        {
            Activity.Current = null;
        }
    }

    /// <summary>The span of a write; null where none of its commands is traced.</summary>
    public static Activity? Commit(string key, long version, int events, List<ActivityContext>? causes)
    {
        if (causes is null)
        {
            return null;
        }

        var links = causes.Count > 1 ? causes.Skip(1).Select(cause => new ActivityLink(cause)) : null;
        var span = Source.StartActivity("commit", ActivityKind.Internal, causes[0], links: links);
        span?.SetTag("gamestate.key", key).SetTag("gamestate.sequence", version).SetTag("gamestate.events", events);
        return span;
    }

    /// <summary>The span of telling others what they are owed since that commit.</summary>
    public static Activity? Delivery(string key, Activity? commit) =>
        commit is null ? null : Source.StartActivity("deliver", ActivityKind.Internal, commit.Context)?.SetTag("gamestate.key", key);

    /// <summary>The entity's rules refused the command that is executed now, or a part of it: an answer, and no error.</summary>
    public static void Rejected(string code)
    {
        if (Source.HasListeners() && Activity.Current is { IsAllDataRequested: true } command)
        {
            command.AddEvent(new("rejected", tags: new() { ["gamestate.code"] = code }));
        }
    }
}
