using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway;

/// <summary>Settings under <c>Gateway</c>.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    /// <summary>Origins, such as <c>https://example.org</c>, whose pages may open /realtime beside the gateway's own.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Topics a connection may have; 1 to 10,000.</summary>
    public int TopicsPerConnection { get; set; } = 100;

    /// <summary>What a client may have queued before it gets a snapshot instead; 1,024 to 67,108,864 bytes.</summary>
    public int QueueBytes { get; set; } = 1024 * 1024;

    /// <summary>How long an entity is still watched after its last client left; 0 to 600 seconds.</summary>
    public int WatchLingerSeconds { get; set; } = 5;

    /// <summary>
    /// How often a watch is renewed, at least three times a lease; 1 to 200 seconds. An entity whose silo was lost, or that
    /// moved, is heard of again at the next renewal.
    /// </summary>
    public int WatchRenewSeconds { get; set; } = 10;

    /// <summary>
    /// In a cluster: how long a call that is lost with a silo is repeated for a caller who names no deadline; 1 to 60 seconds.
    /// </summary>
    public int CallPatienceSeconds { get; set; } = 15;

    /// <summary>Keys that are let in to what is not open; where there is none, one is made at the first start.</summary>
    public ApiKeySettings[] ApiKeys { get; set; } = [];

    /// <summary>Whether /api/v1/cluster asks for a key with the scope <c>admin</c>: it tells machines and addresses.</summary>
    public bool ClusterNeedsKey { get; set; }

    /// <summary>Where the hash of a made key is kept; relative to the working directory.</summary>
    public string DataDirectory { get; set; } = "data";

    public RateLimitSettings RateLimit { get; set; } = new();

    public StarSystemSettings StarSystems { get; set; } = new();

    public SectorSettings Sectors { get; set; } = new();
}
