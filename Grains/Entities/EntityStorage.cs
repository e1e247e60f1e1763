namespace OrleansGameState.Grains.Entities;

/// <summary>The storage provider that holds every entity.</summary>
public static class EntityStorage
{
    public const string Name = "entities";
}
