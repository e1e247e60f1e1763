using System.Collections.Concurrent;

namespace OrleansGameState.Standins.Tests.Orleans.Lifecycle;

public sealed class LifeGrain : Grain, ILifeGrain
{
    private static readonly ConcurrentDictionary<string, int> Counts = new();

    private int _number;

    private string Key => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _number = Counts.AddOrUpdate(Key, 1, (_, n) => n + 1);
        return Key.StartsWith("fails", StringComparison.Ordinal) && _number == 1
            ? throw new InvalidOperationException("not yet")
            : Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Set($"{Key}/{_number}/deactivated", reason.ReasonCode.ToString());
        return Task.CompletedTask;
    }

    public Task<int> Activation() => Task.FromResult(_number);

    public Task<int> Activations() => Task.FromResult(Counts[Key]);

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task DeactivateAndHold(string gate)
    {
        DeactivateOnIdle();
        Signals.Set(gate + "/begun");
        await Signals.Get(gate);
        if (Signals.IsSet($"{Key}/{_number}/deactivated"))
        {
            throw new InvalidOperationException("It ended while a call was under way.");
        }
    }

    public Task DelayDeactivation()
    {
        DelayDeactivation(TimeSpan.FromMinutes(10));
        return Task.CompletedTask;
    }
}
