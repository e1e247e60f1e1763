namespace OrleansGameState.Standins.Tests;

/// <summary>Fails a test that would otherwise wait for ever.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    public static Task InTime(this Task task) => task.WaitAsync(Safety);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Safety);
}
