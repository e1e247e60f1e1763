using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class ObserverFilterTests
{
    [Fact]
    public async Task ObserversCall_PassesTheFilterOfItsClient()
    {
        var seen = new TaskCompletionSource<IIncomingGrainCallContext>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cluster = await TestCluster.StartAsync(client: client => client.AddIncomingGrainCallFilter(context =>
        {
            seen.TrySetResult(context);
            return context.Invoke();
        }));
        var heard = new Heard();
        var reference = cluster.Client.CreateObjectReference<IHeard>(heard);

        reference.Hear("text");

        Assert.Equal("text", await heard.Text.Task.InTime());
        Assert.Equal("Hear", (await seen.Task.InTime()).MethodName);
        GC.KeepAlive(heard);
    }

    private sealed class Heard : IHeard
    {
        public TaskCompletionSource<string> Text { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Hear(string text) => Text.TrySetResult(text);
    }
}
