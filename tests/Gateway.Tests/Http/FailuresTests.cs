using OrleansGameState.Gateway.Http;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Tests.Http;

public sealed class FailuresTests
{
    public static TheoryData<Exception, int> Named => new()
    {
        { new StoreUnavailableException("away"), 503 },
        { new OrleansException("wrapped", new StoreUnavailableException("away")), 503 },
        { new InvalidOperationException("reloads", new OrleansException("wrapped", new StoreUnavailableException("away"))), 503 },
        { new TimeoutException("no answer"), 503 },
        { new OperationCanceledException("activation was given up"), 503 },
        { new SiloUnavailableException("gone"), 503 },
        { new OrleansException("nothing within"), 503 },
        { new OrleansException("wrapped", new ArgumentException("a bug")), 500 },
        { new ArgumentException("a bug"), 500 },
        { new OwnException(), 500 },
    };

    [Theory]
    [MemberData(nameof(Named))]
    public void Failure_IsNamedByItsCause(Exception exception, int status)
    {
        var problem = Failures.Of(exception);

        Assert.Equal(status, problem.Status);
        Assert.DoesNotContain(exception.Message, problem.Detail, StringComparison.Ordinal);
    }

    /// <summary>Of this project, whose namespace begins like that of Orleans.</summary>
    private sealed class OwnException : Exception;
}
