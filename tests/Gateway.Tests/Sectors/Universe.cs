using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Tests.Sectors;

/// <summary>
/// A small universe: sectors 1 to 5, 1 and 2 and 3 linked in a row, a tunnel of two uses from 1 to 4, an unstable one from 2
/// to 5, a closed one from 3 to 5; 2 is a nebula with drones, 1 has a port and a planet, in 3 a ship without a pilot lies.
/// </summary>
internal sealed class Universe(GatewayHost host, string id)
{
    public const string Document =
        """
        {"settings":{"startSector":"1","startingTurns":20,"sessionMinutes":30},
         "sectors":[
          {"id":"1","name":"Sol","ports":[{"id":"p-1","name":"Dock"}],"planets":[{"id":"e-1","name":"Terra"}],"x":0,"y":0},
          {"id":"2","name":"Veil","type":"NEBULA","hazardLevel":7,"defenses":{"defenseDrones":12,"fighters":3,"mines":1}},
          {"id":"3","name":"Rim","beacon":"Here be dragons","ships":[{"id":"hulk","name":"Hulk","type":"BARGE"}]},
          {"id":"4"},{"id":"5"}],
         "links":[{"from":1,"to":2,"twoWay":true},{"from":2,"to":3,"turnCost":50,"twoWay":true}],
         "tunnels":[{"from":1,"to":4,"type":"NATURAL","stability":0.9,"maxUses":2},
                    {"from":2,"to":5,"type":"QUANTUM","stability":0.2},
                    {"from":3,"to":5,"status":"MAINTENANCE"}]}
        """;

    public string Id => id;

    public string Api => $"/api/v1/universes/{id}";

    public static async Task<Universe> Make(GatewayHost host, string id, string document = Document)
    {
        var universe = new Universe(host, id);
        await universe.Imported(() => universe.Send("POST", "/import", document), 202);
        return universe;
    }

    /// <summary>Completes once what was imported was told to all.</summary>
    public async Task<JsonElement> Imported(Func<Task<(int Status, JsonElement Body)>> import, int expected)
    {
        var grain = host.Grains.GetGrain<IUniverseGrain>(id);
        var listener = await Listener.Of(host, grain);
        var (status, body) = await import();
        Assert.True(status == expected, $"{status}: {body}");
        var version = body.GetProperty("version").GetInt64();
        await listener.Hears<ImportFinished>(finished => finished.Version == version);
        return body;
    }

    public async Task<JsonElement> LogIn(string player, string? startSector = null, int? turns = null)
    {
        var body = JsonSerializer.Serialize(new { username = $"Captain {player}", ship = new { id = $"ship-{player}", name = "Quickstrike", type = "FAST_COURIER" }, startSector, turns });
        var (status, answer) = await Send("PUT", $"/players/{player}", body);
        Assert.True(status is 200 or 201, $"{status}: {answer}");
        return answer;
    }

    public Task<(int Status, JsonElement Body)> Move(string player, string to, string move) =>
        Send("POST", $"/players/{player}/moves", $$"""{"to":"{{to}}","moveId":"{{move}}"}""");

    /// <summary>Completes once the sectors' lists follow.</summary>
    public Task Settled(string player) => host.Delivered(host.Grains.GetGrain<IPlayerGrain>(SectorKeys.Player(id, player)));

    public async Task<JsonElement> Get(string path)
    {
        var (status, body) = await Send("GET", path, null, null);
        Assert.True(status == 200, $"{path}: {status} {body}");
        return body;
    }

    public async Task<(int Status, JsonElement Body)> Send(string method, string path, string? body, string? key = GatewayHost.GameKey)
    {
        using var request = new HttpRequestMessage(new(method), Api + path);
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await host.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public IEntityGrain Player(string player) => host.Grains.GetGrain<IPlayerGrain>(SectorKeys.Player(id, player));
}
