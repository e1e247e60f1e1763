namespace OrleansGameState.Gateway;

/// <summary>Settings under <c>Gateway:StarSystems</c>.</summary>
internal sealed class StarSystemSettings
{
    /// <summary>Where the tick feed is published over ZeroMQ, such as <c>tcp://0.0.0.0:5551</c>; port 0 is any free one; empty is nowhere.</summary>
    public string PublishEndpoint { get; set; } = "tcp://127.0.0.1:5551";
}
