namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>Marks the events that are also announced on their system's stream (<see cref="EntityStreams"/>).</summary>
public interface IAnnounced;
