using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class IncomingFilterTests : IAsyncLifetime
{
    private readonly FilterNotes _notes = new();
    private InProcessTestCluster? _cluster;

    private string Key { get; } = SharedCluster.NewKey();

    private IFilteredGrain Grain => _cluster!.Client.GetGrain<IFilteredGrain>(Key);

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter(_notes));

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Filter_SeesWhatIsCalled()
    {
        await Grain.Echo("text").InTime();

        var note = _notes.Of("Echo");
        Assert.Equal("OrleansGameState.Standins.Tests.Orleans.Filters.IFilteredGrain", note.InterfaceName);
        Assert.Equal(typeof(IFilteredGrain).GetMethod("Echo"), note.InterfaceMethod);
        Assert.Equal(typeof(FilteredGrain).GetMethod("Echo"), note.ImplementationMethod);
        Assert.IsType<FilteredGrain>(note.Grain);
        Assert.Equal(Grain.GetGrainId(), note.TargetId);
    }

    [Fact]
    public async Task Filter_OfAnInheritedGenericMethod_SeesTheInterfaceThatDeclaresIt()
    {
        await Grain.Add(1, 2).InTime();

        var note = _notes.Of("Add");
        Assert.Equal("OrleansGameState.Standins.Tests.Orleans.Filters.IAdding<T>", note.InterfaceName);
        Assert.Equal(typeof(IAdding<int>), note.InterfaceMethod.DeclaringType);
    }

    [Fact]
    public async Task Filter_AfterTheCall_SeesItsResult()
    {
        Assert.Equal(3, await Grain.Add(1, 2).InTime());

        Assert.Equal(3, _notes.Of("Add").Result);
    }

    [Fact]
    public async Task Filter_OfACallFromAClient_SeesAClientAsItsSource()
    {
        await Grain.Nothing().InTime();

        Assert.StartsWith("sys.client", _notes.Of("Nothing").SourceId.ToString(), StringComparison.Ordinal);
        Assert.Null(_notes.Of("Nothing").Result);
    }

    [Fact]
    public async Task Filter_OfACallFromAGrain_SeesThatGrainAsItsSource()
    {
        var other = _cluster!.Client.GetGrain<IFilteredGrain>(SharedCluster.NewKey());

        Assert.Equal("asked", await Grain.AskOther(other).InTime());

        Assert.Equal(Grain.GetGrainId(), _notes.Of("Echo").SourceId);
        Assert.Equal(other.GetGrainId(), _notes.Of("Echo").TargetId);
    }

    [Fact]
    public async Task Exception_OfTheMethod_PassesTheFilterAndReachesTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Flaky(1, default).InTime());

        Assert.Equal("attempt 1", thrown.Message);
        Assert.Equal("attempt 1", Assert.IsType<InvalidOperationException>(_notes.Of("Flaky").Thrown).Message);
    }

    [Fact]
    public async Task Exception_OfTheFilter_ReachesTheCaller()
    {
        _notes.Instead = static _ => throw new ArgumentException("no");

        Assert.Equal("no", (await Assert.ThrowsAsync<ArgumentException>(() => Grain.Nothing().InTime())).Message);
    }

    [Fact]
    public async Task Exception_SwallowedByTheFilter_ReachesTheCallerAllTheSame()
    {
        _notes.Instead = static async context =>
        {
            try
            {
                await context.Invoke();
            }
            catch (InvalidOperationException)
            {
            }
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Flaky(1, default).InTime());
    }

    [Fact]
    public async Task Result_SetByTheFilter_IsTheCallers()
    {
        _notes.Instead = static async context =>
        {
            await context.Invoke();
            context.Result = context.Result + "!";
        };

        Assert.Equal("text!", await Grain.Echo("text").InTime());
    }

    [Fact]
    public async Task Result_SetInPlaceOfTheCall_IsTheCallers()
    {
        _notes.Instead = static context =>
        {
            context.Result = 7;
            return Task.CompletedTask;
        };

        Assert.Equal(7, await Grain.Flaky(1, default).InTime());
        _notes.Instead = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Flaky(1, default).InTime());
    }

    [Fact]
    public async Task Filter_ThatDoesNothing_FailsTheCall()
    {
        _notes.Instead = static _ => Task.CompletedTask;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Grain.Echo("text").InTime());
    }

    [Fact]
    public async Task OneWayCall_PassesTheFilter()
    {
        var mark = SharedCluster.NewKey();
        await Grain.Mark(mark).InTime();

        await Signals.Get(mark);
        await Grain.Nothing().InTime();
        Assert.Null(_notes.Of("Mark").Thrown);
    }

    [Fact]
    public async Task GrainThatIsAFilter_FiltersItsOwnCalls() =>
        Assert.Equal("<text>", await _cluster!.Client.GetGrain<ISelfFilteringGrain>(Key).Echo("text").InTime());

    [Fact]
    public async Task Filters_RunInTheOrderTheyWereAdded()
    {
        var order = new List<string>();
        await using var cluster = await TestCluster.StartAsync(silo => silo
            .AddIncomingGrainCallFilter(context => Noting("first", context))
            .AddIncomingGrainCallFilter(context => Noting("second", context)));

        await cluster.Client.GetGrain<IFilteredGrain>(Key).Nothing().InTime();

        Assert.Equal(["first", "second", "second ended", "first ended"], order);

        async Task Noting(string name, IIncomingGrainCallContext context)
        {
            if (context.InterfaceMethod.DeclaringType != typeof(IFilteredGrain))
            {
                await context.Invoke();
                return;
            }

            order.Add(name);
            await context.Invoke();
            order.Add(name + " ended");
        }
    }

    [Fact]
    public async Task Filter_ByItsType_GetsServices()
    {
        await using var cluster = await TestCluster.StartAsync(silo => silo.AddIncomingGrainCallFilter<FilterWithFactory>());

        Assert.Equal("text", await cluster.Client.GetGrain<IFilteredGrain>(Key).Echo("text").InTime());
    }
}
