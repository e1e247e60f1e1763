using System.Text.Json.Serialization.Metadata;

namespace OrleansGameState.Grains.Entities;

/// <summary>How a type of event is stored.</summary>
/// <param name="Name">What it is called in the store, for ever; unique in its system.</param>
/// <param name="Json">Its JSON, of the concrete type: the name stands beside it.</param>
public sealed record StoredEvent(string Name, JsonTypeInfo Json);
