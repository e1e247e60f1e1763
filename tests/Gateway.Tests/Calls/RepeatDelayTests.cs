using OrleansGameState.Gateway.Calls;

namespace OrleansGameState.Gateway.Tests.Calls;

public sealed class RepeatDelayTests
{
    [Theory]
    [InlineData(0, 0, 25)]
    [InlineData(0, 1, 50)]
    [InlineData(1, 0, 50)]
    [InlineData(3, 0.5, 300)]
    [InlineData(4, 1, 800)]
    [InlineData(5, 1, 1000)]
    [InlineData(1000, 0, 500)]
    [InlineData(1000, 1, 1000)]
    public void Delay_DoublesUpToASecondAndIsSpread(int repetition, double random, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RepeatDelay.Of(repetition, random));
}
