namespace OrleansGameState.Silo;

/// <summary>What a process does of the server.</summary>
[Flags]
internal enum Roles
{
    /// <summary>Holds grains, and stores them.</summary>
    Silo = 1,

    /// <summary>Serves clients: gRPC, HTTP, realtime and pages.</summary>
    Gateway = 2,

    /// <summary>Follows the games' feeds.</summary>
    Ingestors = 4,

    /// <summary>One process for everything.</summary>
    All = Silo | Gateway | Ingestors,
}
