namespace OrleansGameState.Standins.Tests.Orleans.Lifecycle;

public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>The activation's own number.</summary>
    Task<int> Activation();

    Task<int> Activations();

    Task Deactivate();

    /// <summary>Asks for the end, signals, and ends once the gate is open.</summary>
    Task DeactivateAndHold(string gate);

    Task DelayDeactivation();
}
