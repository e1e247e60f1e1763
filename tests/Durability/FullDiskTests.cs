using System.Net;
using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>A full disk fails writes clearly, damages nothing, and is recovered from once there is room again.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private static readonly (string Key, string Value)[] Impatient = [("Storage:CommitTimeoutSeconds", "3"), ("Storage:StatementTimeoutSeconds", "2")];

    [SkippableFact]
    public async Task Disk_FullUnderLoad_FailsWritesClearlyAndRecovers()
    {
        await using var folder = new ServerFolder();
        await using var disk = await Mounted(folder.Data, megabytes: 400);
        await using var silo = await folder.Start(Impatient);

        await FillUp(folder, disk, silo);
    }

    // What cannot be written to the log ends the server at once, and it starts again only once it can write there.
    [SkippableFact]
    public async Task LogDisk_FullUnderLoad_FailsWritesClearlyAndRecovers()
    {
        await using var folder = new ServerFolder();
        await using (var first = await folder.Start())
        {
            first.Terminate();
            await first.Ended.Within(() => first.Said);
        }

        await using var disk = await Mounted(Path.Combine(folder.Data, "log-disk"), megabytes: 80);
        await disk.TakeLogOf(folder.Data);
        await using var silo = await folder.Start(Impatient);

        await FillUp(folder, disk, silo);
    }

    private static async Task<SmallDisk> Mounted(string folder, int megabytes)
    {
        var disk = await SmallDisk.Mount(folder, megabytes);
        Skip.If(disk is null, "A small file system could not be mounted here (that takes root).");
        return disk!;
    }

    private async Task FillUp(ServerFolder folder, SmallDisk disk, SiloProcess silo)
    {
        using var load = new Load(Zone.Many(200));
        await load.Settle(silo.Commands);
        load.Start(silo.Commands);
        await load.Acknowledges(1000);

        await disk.Fill();
        await load.Fails();
        var status = await silo.Status(load.Zones.First().Path);
        disk.MakeRoom();
        await load.EveryLaneGoesOn();
        await load.Stop();

        var ledger = new Ledger(load);
        await ledger.Check(silo.Http, load.Blame);
        await ledger.CheckWorlds(silo.Http, load.Blame);
        silo.Terminate();
        await silo.Ended.Within(() => silo.Said);
        var (exitCode, said) = await folder.Verify();
        output.WriteLine($"{load.Summary}\n{ledger.Events} events\n{said}");
        Assert.True(load.Blamed.Count == 0, $"{string.Join('\n', load.Blamed.Take(50))}\n{silo.Said}");

        // A server that ends of it at once may have said so in its own log only, which the silo's log names.
        Assert.Contains("No space left on device", silo.Said + await File.ReadAllTextAsync(Path.Combine(folder.Data, "server.log")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(exitCode == 0, said);
    }
}
