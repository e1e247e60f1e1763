using System.Collections.Concurrent;

namespace OrleansGameState.Standins.Tests.Orleans;

/// <summary>What a test and the grains it calls wait on; both run in this process on either build.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource<string>> All = new();

    public static void Set(string name, string value = "") => Of(name).TrySetResult(value);

    public static Task<string> Get(string name) => Of(name).Task.InTime();

    public static bool IsSet(string name) => Of(name).Task.IsCompleted;

    private static TaskCompletionSource<string> Of(string name) =>
        All.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
