namespace OrleansGameState.EndToEnd.Browser;

/// <summary>A server that plays the bundled recording ten times as fast; shared by the tests that only look.</summary>
public sealed class PlayedGalaxy : IAsyncLifetime
{
    internal GameStateServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await GameStateServer.Start(("Ingestors:Replay:Speed", "10"));

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
