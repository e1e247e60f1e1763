using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class OutgoingFilterTests : IAsyncLifetime
{
    private readonly FilterNotes _clients = new();
    private readonly FilterNotes _silos = new();
    private InProcessTestCluster? _cluster;

    private string Key { get; } = SharedCluster.NewKey();

    private IFilteredGrain Grain => _cluster!.Client.GetGrain<IFilteredGrain>(Key);

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync(
        silo => silo.AddOutgoingGrainCallFilter(_silos).AddOutgoingGrainCallFilter<FilterWithFactory>(),
        client => client.AddOutgoingGrainCallFilter(_clients).AddOutgoingGrainCallFilter<FilterWithFactory>());

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Filter_SeesWhatIsCalled()
    {
        Assert.Equal(3, await Grain.Add(1, 2).InTime());
        await Grain.Nothing().InTime();

        var note = _clients.Of("Add");
        Assert.Equal(3, note.Result);
        Assert.Equal(Grain.GetGrainId(), note.TargetId);
        Assert.Equal(Grain, note.Grain);
        Assert.Null(note.SourceContext);
        Assert.Null(note.SourceId);
        Assert.Equal(typeof(IAdding<int>), note.InterfaceMethod.DeclaringType);
    }

    [Fact]
    public async Task Filter_OfASilo_SeesTheCallsOfItsGrains()
    {
        await Grain.AskOther(_cluster!.Client.GetGrain<IFilteredGrain>(SharedCluster.NewKey())).InTime();

        var note = _silos.Of("Echo");
        Assert.Equal(Grain.GetGrainId(), note.SourceId);
        Assert.Equal(Grain.GetGrainId(), note.SourceContext!.GrainId);
        Assert.Equal("AskOther", Assert.Single(_clients.All).MethodName);
    }

    [Fact]
    public async Task Invoke_AgainAfterAFailure_CallsAgain()
    {
        _clients.Instead = Repeat;

        Assert.Equal(3, await Grain.Flaky(2, default).InTime());
    }

    [Fact]
    public async Task Invoke_Again_PassesTheCallersToken()
    {
        _clients.Instead = Repeat;
        using var cancelling = new CancellationTokenSource();

        Assert.Equal(2, await Grain.Flaky(1, cancelling.Token).InTime());
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Grain.Flaky(0, cancelling.Token).InTime());
    }

    [Fact]
    public async Task Exception_ReachesTheCaller()
    {
        Assert.Equal("attempt 1", (await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Flaky(1, default).InTime())).Message);

        Assert.NotNull(_clients.Of("Flaky").Thrown);
    }

    [Fact]
    public async Task Result_SetInPlaceOfTheCall_IsTheCallers()
    {
        _clients.Instead = static context =>
        {
            context.Result = "made up";
            return Task.CompletedTask;
        };

        Assert.Equal("made up", await Grain.Echo("text").InTime());
    }

    [Fact]
    public async Task Filter_ThatDoesNothing_FailsTheCall()
    {
        _clients.Instead = static _ => Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Nothing().InTime());
    }

    [Fact]
    public async Task OneWayCall_PassesTheFilter()
    {
        var mark = SharedCluster.NewKey();

        await Grain.Mark(mark).InTime();

        await Signals.Get(mark);
        Assert.NotNull(_clients.Of("Mark"));
    }

    private static async Task Repeat(IGrainCallContext context)
    {
        while (true)
        {
            try
            {
                await context.Invoke();
                return;
            }
            catch (InvalidOperationException)
            {
            }
        }
    }
}
