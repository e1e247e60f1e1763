using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using OrleansGameState.Gateway.Access;
using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Gateway.Tests.Cluster;

public sealed class ClusterEndpointTests
{
    [Fact]
    public async Task Cluster_OfOneProcess_TellsItsSiloAndWhatIsInIt()
    {
        await using var host = await GatewayHost.Start();
        await Continent.Settle(host, 10);
        await Told(host, board => board.Processes.Any(process => process.Report.Silo!.Methods.Any(method => method.Grain == "ZoneGrain")));

        var view = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/cluster");

        Assert.Empty(view.GetProperty("missing").EnumerateArray());
        var silo = Assert.Single(view.GetProperty("silos").EnumerateArray());
        Assert.Equal(("active", true), (silo.GetProperty("status").GetString(), silo.GetProperty("answers").GetBoolean()));
        Assert.Equal("memory", silo.GetProperty("store").GetProperty("mode").GetString());
        Assert.True(silo.GetProperty("callsPerSecond").GetDouble() >= 0);
        var zones = view.GetProperty("grains").EnumerateArray().Single(grain => grain.GetProperty("grain").GetString() == "ZoneGrain");
        Assert.True(zones.GetProperty("isOwn").GetBoolean());
        Assert.Equal(zones.GetProperty("total").GetInt32(), zones.GetProperty("bySilo").GetProperty(silo.GetProperty("address").GetString()!).GetInt32());
        var process = Assert.Single(view.GetProperty("processes").EnumerateArray());
        Assert.Equal(silo.GetProperty("process").GetString(), process.GetProperty("process").GetString());
        Assert.Equal(["gateway", "silo"], process.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!).Order());
        Assert.Equal(0, process.GetProperty("subscribers").GetInt32());
    }

    [Fact]
    public async Task Cluster_WhereItIsNotForAll_AsksForAnAdminKey()
    {
        await using var host = await GatewayHost.Start(new Dictionary<string, string?>
        {
            ["Gateway:ClusterNeedsKey"] = "true",
            ["Gateway:ApiKeys:0:Sha256"] = Convert.ToHexStringLower(KeyHash.Of("key")),
        });

        using var refused = await host.Client.GetAsync("/api/v1/cluster");
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "key");
        using var answered = await host.Client.GetAsync("/api/v1/cluster");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
    }

    [Fact]
    public async Task Process_ThatEnds_LeavesTheBoard()
    {
        await using var host = await GatewayHost.Start();
        var board = host.Grains.GetGrain<IClusterBoardGrain>(IClusterBoardGrain.Key);
        var own = (await Told(host, board => board.Processes.Length == 1)).Processes[0].Report;
        await board.Report(own with { Process = "another", Silo = null });
        Assert.Equal(2, (await board.Read()).Processes.Length);

        await board.Leave("another");

        Assert.Equal(own.Process, Assert.Single((await board.Read()).Processes).Report.Process);
    }

    // Reports come by the clock; nothing tells of them.
    private static async Task<ClusterBoard> Told(GatewayHost host, Func<ClusterBoard, bool> isAsExpected)
    {
        using var patience = new CancellationTokenSource(GatewayHost.Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var board = host.Grains.GetGrain<IClusterBoardGrain>(IClusterBoardGrain.Key);
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (await board.Read() is var told && isAsExpected(told))
            {
                return told;
            }
        }

        throw new TimeoutException();
    }
}
