using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A state injected into a grain's constructor, read before OnActivateAsync.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
