using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>What docs/running-a-cluster.md says of backup and restore, by the same commands.</summary>
public sealed class BackupTests(ITestOutputHelper output)
{
    private const string Original = "gamestate";
    private const string Restored = "restored";

    // A silo that ran where the backup was made: whoever starts on the restored database must not look for it.
    private const string Member = """
        insert into orleans_membership_version (deployment_id) values ('gamestate') on conflict do nothing;
        insert into orleans_membership (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, alive_time)
        values ('gamestate', '192.0.2.1', 11111, 1, 'silo', 'silo', 3, 30000, now(), now());
        """;

    [SkippableFact]
    public async Task Restored_FromADumpUnderLoad_IsWholeAndGoesOn()
    {
        await using var folder = new ServerFolder();
        await using var database = await SharedDatabase.Start(folder);
        var tools = new PostgresTools(folder.Database!, database.ConnectionString);
        Skip.IfNot(tools.Has("pg_dump") && tools.Has("pg_restore") && tools.Has("psql"), "PostgreSQL's client programs are not installed here (Debian: apt-get install postgresql-client).");
        await using var silo = await SiloProcess.Start(folder.Path, database.Settings);
        using var load = new Load(Zone.Many(20));
        var file = Path.Combine(folder.Path, "gamestate.dump");
        var acknowledged = await DumpUnderLoad(tools, load, silo, file);

        await tools.Run("psql", "--dbname", "postgres", "--command", $"create database {Restored}");
        await tools.Run("pg_restore", "--dbname", Restored, "--no-owner", "--exit-on-error", file);

        Assert.Equal("0", await tools.Run("psql", "--dbname", Restored, "--no-align", "--tuples-only", "--command", "select count(*) from orleans_membership"));
        (string, string)[] settings = [("ConnectionStrings:GameState", database.ConnectionString.Replace($"Database={Original}", $"Database={Restored}", StringComparison.Ordinal))];
        await Verify(folder, settings);
        await using var another = await SiloProcess.Start(folder.Path, settings);
        foreach (var zone in load.Zones)
        {
            await Compare(zone, load, acknowledged, silo, another);
        }

        await Verify(folder, settings);
    }

    // Gives how many commands of each lane were acknowledged before it began.
    private async Task<Dictionary<Lane, int>> DumpUnderLoad(PostgresTools tools, Load load, SiloProcess silo, string file)
    {
        await load.Settle(silo.Commands);
        load.Start(silo.Commands);
        await load.Acknowledges(500);
        await tools.Run("psql", "--dbname", Original, "--command", Member);
        var acknowledged = load.Lanes.ToDictionary(lane => lane, lane => lane.Acknowledged);
        var total = load.Acknowledged;

        await tools.Run("pg_dump", "--dbname", Original, "--format=custom", "--exclude-table-data=orleans_membership*", "--file", file);

        output.WriteLine($"{total} commands before the dump, {load.Acknowledged} after it");
        await load.EveryLaneGoesOn();
        await load.Stop();
        return acknowledged;
    }

    // What was acknowledged before is there, nothing else is, and the next event has the next number.
    private static async Task Compare(Zone zone, Load load, Dictionary<Lane, int> acknowledged, SiloProcess original, SiloProcess restored)
    {
        var all = await Events(original, zone, 0);
        var kept = await Events(restored, zone, 0);
        Assert.Equal(all.Take(kept.Count), kept);
        foreach (var lane in load.Lanes.Where(lane => lane.Zone == zone && acknowledged[lane] > 0))
        {
            Assert.InRange(lane.SequenceAt(acknowledged[lane]), 1, kept.Count);
        }

        var facility = Zone.Outposts[0];
        var owner = (await EventLog.Get(restored.Http, zone.Path))["facilities"]!.AsArray().Single(entry => (int)entry!["facilityId"]! == facility)!["factionId"];
        var reply = await restored.Commands.Ask(zone.Capture(facility, 1, toFirst: (int?)owner != 1, Lane.Beginning.AddDays(1)));
        Assert.True(reply is { Failure: null, Rejection: null }, $"{zone.Topic}: {reply}");
        Assert.StartsWith($"{kept.Count + 1} ", (await Events(restored, zone, kept.Count))[0], StringComparison.Ordinal);
    }

    private static async Task<List<string>> Events(SiloProcess silo, Zone zone, long after)
    {
        var events = new List<string>();
        await EventLog.Read(silo.Http, zone.Path, after, told => events.Add($"{told["sequence"]} {told["event"]!.ToJsonString()}"));
        return events;
    }

    private async Task Verify(ServerFolder folder, (string Key, string Value)[] settings)
    {
        var (exitCode, said) = await SiloProcess.Run(folder.Path, "verify", settings);
        output.WriteLine(said);
        Assert.True(exitCode == 0, said);
    }
}
