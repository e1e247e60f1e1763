using System.Text.Json;
using OrleansGameState.Gateway.Tests.StarSystems;

namespace OrleansGameState.Gateway.Tests.Sectors;

[Collection(SharedGateway.Name)]
public sealed class UniverseEndpointsTests(SharedGateway shared)
{
    [Fact]
    public async Task Import_OfAUniverse_IsAcceptedAndThenDone()
    {
        var universe = new Universe(shared.Host, "univ1");

        var accepted = await universe.Imported(() => universe.Send("POST", "/import", Universe.Document), 202);
        var shown = await universe.Get("");
        var map = await universe.Get("/map");
        var list = await universe.Get("/..");

        Assert.Equal(["universe", "version", "report"], accepted.EnumerateObject().Select(member => member.Name));
        OrderedJson.Same("""{"sectors":5,"stubs":0,"links":4,"tunnels":3,"ships":1,"danglingLinks":[],"duplicateShips":[]}""", accepted.GetProperty("report"), "report");
        Assert.Equal(["universe", "sequence", "asOf", "settings", "import", "lastSweep"], shown.EnumerateObject().Select(member => member.Name));
        OrderedJson.Same("""{"startSector":"1","startingTurns":20,"sessionMinutes":30}""", shown.GetProperty("settings"), "settings");
        Assert.Equal("done", shown.GetProperty("import").GetProperty("phase").GetString());
        Assert.Equal(["version", "sectors", "tunnels"], map.EnumerateObject().Select(member => member.Name));
        OrderedJson.Same(
            """{"id":"1","name":"Sol","type":"STANDARD","hazardLevel":0,"x":0,"y":0,"isStub":false,"links":["2"],"hasPort":true,"hasPlanet":true}""",
            map.GetProperty("sectors")[0],
            "sector");
        OrderedJson.Same("""{"from":"1","to":"4","type":"NATURAL","stability":0.9,"turnCost":1,"maxUses":2}""", map.GetProperty("tunnels")[0], "tunnel");
        Assert.Contains(list.GetProperty("universes").EnumerateArray(), one => one.GetRawText() == """{"universe":"univ1","sectors":5,"importPhase":"done"}""");
    }

    [Fact]
    public async Task Import_WithWhatDoesNotFit_IsRefusedByNameUnlessTold()
    {
        var universe = new Universe(shared.Host, "univ2");
        const string Document =
            """{"sectors":[{"id":1,"ships":[{"id":"s"}]},{"id":2,"ships":[{"id":"s"}]}],"links":[{"from":1,"to":2},{"from":1,"to":8},{"from":2,"to":9}]}""";

        var (status, problem) = await universe.Send("POST", "/import", Document);
        var taken = await universe.Imported(() => universe.Send("POST", "/import?danglingLinks=stub&duplicateShips=first", Document), 202);

        Assert.Equal(422, status);
        var rejections = problem.GetProperty("rejections").EnumerateArray().ToArray();
        Assert.Equal(2, rejections.Count(one => one.GetProperty("code").GetString() == "dangling-link"));
        Assert.Single(rejections, one => one.GetProperty("code").GetString() == "duplicate-ship");
        Assert.All(rejections, one => Assert.NotEmpty(one.GetProperty("message").GetString()!));
        OrderedJson.Same(
            """{"sectors":4,"stubs":2,"links":3,"tunnels":0,"ships":1,"danglingLinks":["1->8","2->9"],"duplicateShips":["s: 1, 2"]}""",
            taken.GetProperty("report"),
            "report");
        Assert.True((await universe.Get("/sectors/8")).GetProperty("isStub").GetBoolean());
    }

    [Fact]
    public async Task Import_LargerThanSet_IsNotRead()
    {
        await using var host = await GatewayHost.Start(new Dictionary<string, string?> { ["Gateway:Sectors:ImportBytes"] = "2048" });
        var universe = new Universe(host, "univ3");

        var (status, problem) = await universe.Send("POST", "/import", new string(' ', 3000));

        Assert.Equal(413, status);
        Assert.Contains("Gateway:Sectors:ImportBytes", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ImportedAgain_IsTheSameMap()
    {
        var universe = await Universe.Make(shared.Host, "univ4");
        await universe.LogIn("p1");
        await universe.Move("p1", "4", "m-1");
        await universe.Settled("p1");

        var exported = await universe.Get("/export");
        var copy = await Universe.Make(shared.Host, "univ4b", exported.GetRawText());
        var again = await copy.Get("/export");

        Assert.Equal(exported.GetRawText(), again.GetRawText());
        Assert.Equal((await universe.Get("/map")).GetProperty("sectors").GetRawText(), (await copy.Get("/map")).GetProperty("sectors").GetRawText());
        Assert.Equal(1, exported.GetProperty("tunnels")[0].GetProperty("currentUses").GetInt32());
        Assert.Equal("hulk", exported.GetProperty("sectors")[2].GetProperty("ships")[0].GetProperty("id").GetString());
        Assert.Equal(1, (await copy.Get("/tunnels/1/4")).GetProperty("currentUses").GetInt32());
    }

    [Fact]
    public async Task Sweep_ByAnAdmin_TellsWhatItDid()
    {
        var universe = await Universe.Make(shared.Host, "univ5");
        await universe.LogIn("p1");

        var (status, report) = await universe.Send("POST", "/sweep", null, GatewayHost.AdminKey);

        Assert.Equal(200, status);
        Assert.Equal(
            ["at", "looked", "swept", "healed", "strays", "ships", "reservations", "counts"],
            report.EnumerateObject().Select(member => member.Name));
        Assert.Equal(1, report.GetProperty("looked").GetInt32());
        OrderedJson.Same("""{"swept":0,"healed":0,"strays":0,"ships":0,"reservations":0}""", report.GetProperty("counts"), "counts");
    }

    [SkippableFact]
    public async Task Recording_OfARunningGame_IsImportedWithItsFaultsReported()
    {
        var file = Recording.Find();
        Skip.If(file is null, "The recording is not beside this repository.");
        var universe = new Universe(shared.Host, "univ6");
        var document = await File.ReadAllTextAsync(file);

        var (status, refused) = await universe.Send("POST", "/import", document);
        var accepted = await universe.Imported(() => universe.Send("POST", "/import?danglingLinks=stub&duplicateShips=first", document), 202);

        Assert.Equal((422, 100), (status, refused.GetProperty("rejections").GetArrayLength()));
        var report = accepted.GetProperty("report");
        Assert.Equal((254, 10), (report.GetProperty("danglingLinks").GetArrayLength(), report.GetProperty("duplicateShips").GetArrayLength()));
        Assert.Equal(2406, report.GetProperty("sectors").GetInt32() - report.GetProperty("stubs").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await universe.Get("/sectors/1")).GetProperty("ships_present")[0].GetProperty("pilot_id").ValueKind);
    }
}
