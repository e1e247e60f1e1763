using System.Collections.Immutable;
using System.Text;
using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage.Commits;

/// <summary>Writes of made-up entities, each with one event.</summary>
internal static class Writes
{
    public const string System = "territory";

    public static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static EntityWrite First(string key, string state = "{}") => Of(key, 1, null, state);

    public static EntityWrite After(EntityWrite write, string state = "{}") => Of(write.Key, write.Version + 1, write.CommitId, state);

    public static EntityWrite Of(string key, long version, Guid? expected, string state = "{}") => new(
        System,
        key,
        "world",
        version,
        At,
        Guid.NewGuid(),
        expected,
        Encoding.UTF8.GetBytes(state),
        null,
        null,
        [new(version, At, "worldDescribed", "{}"u8.ToArray())],
        false);

    public static EntityWrite WithoutEvents(EntityWrite after, string pending) => after with
    {
        CommitId = Guid.NewGuid(),
        Expected = after.CommitId,
        Pending = Encoding.UTF8.GetBytes(pending),
        Events = ImmutableArray<EventWrite>.Empty,
    };
}
