using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.EndToEnd.Fakes;

/// <summary>Speaks like the game's REST service, of the one continent of the tests.</summary>
internal sealed class RestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RestService(WebApplication app) => _app = app;

    /// <summary>Who holds what, by region; what a poll of the map tells.</summary>
    public ConcurrentDictionary<int, int> Owners { get; } = new();

    /// <summary>Characters' factions.</summary>
    public ConcurrentDictionary<long, int> Characters { get; } = new();

    /// <summary>A body that every poll of the map gets instead of an answer; null for none.</summary>
    public string? MapError { get; set; }

    public string RestUrl => _app.Urls.Single();

    public static async Task<RestService> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new RestService(app);
        app.MapGet("/s:{id}/get/ps2:v2/{collection}", (string collection, HttpRequest request) =>
            Results.Text(service.Answer(collection, request.Query), "application/json"));
        await app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Answer(string collection, IQueryCollection query)
    {
        if (collection == "map" && MapError is { } error)
        {
            return error;
        }

        var rows = collection switch
        {
            "map" => Map(),
            "character" => CharactersOf(query["character_id"].ToString()),
            _ => Continent.Rows(collection),
        };
        return new JsonObject { [$"{collection}_list"] = rows, ["returned"] = rows.Count }.ToJsonString();
    }

    private JsonArray Map()
    {
        var regions = Owners.OrderBy(owner => owner.Key).Select(owner => new JsonObject
        {
            ["RowData"] = new JsonObject { ["RegionId"] = $"{owner.Key}", ["FactionId"] = $"{owner.Value}" },
        });
        return [new JsonObject { ["ZoneId"] = $"{Continent.ZoneId}", ["Regions"] = new JsonObject { ["IsList"] = "1", ["Row"] = new JsonArray([.. regions]) } }];
    }

    private JsonArray CharactersOf(string ids) => new([.. ids.Split(',')
        .Where(id => Characters.ContainsKey(long.Parse(id, null)))
        .Select(id => new JsonObject { ["character_id"] = id, ["faction_id"] = $"{Characters[long.Parse(id, null)]}" })]);
}
