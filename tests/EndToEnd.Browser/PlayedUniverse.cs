using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace OrleansGameState.EndToEnd.Browser;

/// <summary>A server with the demo's universe and a few of its players, and a key to command others; shared by the tests of the page.</summary>
public sealed class PlayedUniverse : IAsyncLifetime
{
    private const string Key = "a key of the tests";

    internal GameStateServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await GameStateServer.Start(
            ("Ingestors:Sectors:Demo", "on"),
            ("Ingestors:Sectors:DemoPlayers", "3"),
            ("Ingestors:Territory:Enabled", "false"),
            ("Ingestors:StarSystems:Enabled", "false"),
            ("Gateway:ApiKeys:0:Name", "tests"),
            ("Gateway:ApiKeys:0:Scopes", "sectors:write"),
            ("Gateway:ApiKeys:0:Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))));
        await Bound.Eventually(
            async () => await Server.Get("api/v1/universes"),
            list => list["universes"]!.AsArray().Any(universe => (string?)universe!["universe"] == "demo" && (string?)universe["importPhase"] == "done"));
    }

    /// <summary>Logs a player in who comes into the universe there.</summary>
    internal Task LogIn(string player, string sector) => Send(HttpMethod.Put, $"players/{player}", new
    {
        username = $"Pilot {player}",
        ship = new { id = $"ship-{player}", name = "Test Bench", type = "SCOUT_SHIP" },
        startSector = sector,
    });

    internal Task Move(string player, string to) => Send(HttpMethod.Post, $"players/{player}/moves", new { to, moveId = $"{player}-{to}-{Guid.NewGuid():N}" });

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private async Task Send(HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"api/v1/universes/demo/{path}", UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Api-Key", Key);
        using var response = await Server.Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\n{Server.Said}");
    }
}
