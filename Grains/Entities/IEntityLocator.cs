using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Finds a system's entity by the key it is stored under.</summary>
public interface IEntityLocator
{
    /// <summary>The system's name.</summary>
    string System { get; }

    /// <summary>The grain; an <see cref="ArgumentException"/> where the key is not one of this system.</summary>
    IEntityGrain Locate(IGrainFactory grains, string key);
}
