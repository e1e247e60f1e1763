namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

/// <summary>A grain that subscribes to a stream.</summary>
[Alias("tests.IListenerGrain")]
public interface IListenerGrain : IGrainWithStringKey
{
    [Alias("Listen")]
    Task Listen();

    /// <summary>How many subscriptions it has, whenever it took them.</summary>
    [Alias("CountSubscriptions")]
    Task<int> CountSubscriptions();
}
