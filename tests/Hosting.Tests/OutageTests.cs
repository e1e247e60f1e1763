using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Hosting.Tests;

public sealed class OutageTests
{
    public static TheoryData<Exception, bool> Failures => new()
    {
        { new SiloUnavailableException("gone"), true },
        { new TimeoutException("no answer"), true },
        { new OperationCanceledException("activation was given up"), true },
        { new InconsistentStateException("another wrote"), true },
        { new InvalidOperationException("reloads", new SiloUnavailableException("gone")), true },
        { new StoreUnavailableException("away"), false },
        { new OrleansException("wrapped", new StoreUnavailableException("away")), false },
        { new TimeoutException("of the store", new StoreUnavailableException("away")), false },
        { new OrleansException("wrapped", new ArgumentException("a bug")), false },
        { new ArgumentException("a bug"), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void LostSilo_IsToldFromStoreAndBug(Exception exception, bool isLostSilo) =>
        Assert.Equal(isLostSilo, Outage.IsLostSilo(exception));
}
