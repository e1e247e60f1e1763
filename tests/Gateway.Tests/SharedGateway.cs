namespace OrleansGameState.Gateway.Tests;

/// <summary>One host for the tests that need no settings of their own; each uses a world of its own.</summary>
public sealed class SharedGateway : IAsyncLifetime
{
    public const string Name = "gateway";

    public GatewayHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await GatewayHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
