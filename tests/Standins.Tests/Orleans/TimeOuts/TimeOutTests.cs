using Orleans.Configuration;
using Orleans.TestingHost;
using OrleansGameState.Standins.Tests.Orleans.Turns;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.TimeOuts;

public sealed class TimeOutTests : IAsyncLifetime
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    private readonly string _gate = SharedCluster.NewKey();
    private InProcessTestCluster? _cluster;

    private ITurnGrain Grain => _cluster!.Client.GetGrain<IPlainTurnGrain>(_gate);

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync(
        silo => silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = Short),
        client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = 3 * Short));

    public async Task DisposeAsync()
    {
        Signals.Set(_gate);
        await _cluster!.DisposeAsync();
    }

    [Fact]
    public async Task Call_WithoutAnAnswerInTime_TimesOut() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Grain.Hold(_gate).InTime());

    [Fact]
    public async Task Call_ThatWaitsForAnother_TimesOut()
    {
        var holding = Grain.Hold(_gate);

        await Assert.ThrowsAsync<TimeoutException>(() => Grain.Mark(_gate + "/mark").InTime());
        await Assert.ThrowsAsync<TimeoutException>(() => holding.InTime());
    }

    [Fact]
    public async Task Grain_OnceTheSlowCallHasEnded_AnswersAgain()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Grain.Hold(_gate).InTime());
        Signals.Set(_gate);

        Assert.Equal("answer", await Grain.Answer().InTime());
    }

    [Fact]
    public async Task CallChain_ThatComesBackWhereItIsNotAllowed_TimesOut()
    {
        var other = _cluster!.Client.GetGrain<IPlainTurnGrain>(SharedCluster.NewKey());

        await Assert.ThrowsAsync<TimeoutException>(() => Grain.AskBack(other, isAllowed: false).InTime());
    }
}
