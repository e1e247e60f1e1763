using NetMQ;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>The end of all sockets.</summary>
[Collection(NetMQGroup.Name)]
public sealed class CleanupTests
{
    [Fact]
    public async Task Cleanup_WithAllSocketsDisposed_Returns_AndSocketsCanBeMadeAgain()
    {
        using (var publisher = Talk.Publisher(out var address))
        {
            using var subscriber = Talk.Subscriber(address, "");
            subscriber.Settle(publisher);
        }

        await Task.Run(() => NetMQConfig.Cleanup()).InTime();

        using var again = Talk.Publisher(out var second);
        using var other = Talk.Subscriber(second, "");
        other.Settle(again);
    }
}
