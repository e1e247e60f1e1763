namespace OrleansGameState.Bench.Frames;

internal static class FramesCommand
{
    public static Task<int> RunAsync(BenchOptions options) => Task.FromResult(options.Rounds);
}
