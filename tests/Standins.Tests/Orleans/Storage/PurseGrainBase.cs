using Orleans.Storage;

namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public abstract class PurseGrainBase(IPersistentState<Purse> purse) : Grain, IPurseGrain
{
    private readonly Guid _activation = Guid.NewGuid();
    private PurseView? _first;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _first = Now();
        return Task.CompletedTask;
    }

    public Task<PurseView> View() => Task.FromResult(Now());

    public Task<PurseView> FirstView() => Task.FromResult(_first!);

    public async Task<PurseView> Save(int coins)
    {
        purse.State = new(coins);
        await purse.WriteStateAsync();
        return Now();
    }

    public async Task<PurseView> Clear()
    {
        await purse.ClearStateAsync();
        return Now();
    }

    public Task Keep(int coins)
    {
        purse.State = new(coins);
        return Task.CompletedTask;
    }

    public Task Read() => purse.ReadStateAsync();

    public async Task<string?> TrySave(int coins)
    {
        try
        {
            await Save(coins);
            return null;
        }
        catch (InconsistentStateException exception)
        {
            return exception.GetType().Name;
        }
    }

    public Task SaveTwiceAtOnce(int coins)
    {
        purse.State = new(coins);
        return Task.WhenAll(purse.WriteStateAsync(), purse.WriteStateAsync());
    }

    public Task SaveWithToken(int coins)
    {
        purse.State = new(coins);
        return purse.WriteStateAsync(CancellationToken.None);
    }

    public Task<string?> TouchFromOutside() => Task.Run(() =>
    {
        try
        {
            purse.State = new(1);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.GetType().Name;
        }
    });

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private PurseView Now() => new(purse.State.Coins, purse.RecordExists, purse.Etag, _activation);
}
