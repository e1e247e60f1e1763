namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Why a player is in a sector's list now, or is not any more.</summary>
public enum PresenceReason
{
    /// <summary>Came into the universe for the first time.</summary>
    Spawned,

    /// <summary>Moved.</summary>
    Moved,

    /// <summary>Was put elsewhere by an admin.</summary>
    Teleported,

    /// <summary>Logged in again after having been swept.</summary>
    Returned,

    /// <summary>Was silent past the session limit.</summary>
    Swept,

    /// <summary>The player's record said so, and the list did not.</summary>
    Healed,
}
