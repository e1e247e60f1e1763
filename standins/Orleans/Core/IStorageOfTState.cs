namespace Orleans.Core;

/// <summary>Storage of one state.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory.</summary>
    TState State { get; set; }
}
