using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class MembershipTableTests
{
    private static readonly DateTime Start = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    [SkippableFact]
    public async Task Table_WhenInitialisedTwice_HasOneVersionAndNoSilo()
    {
        await using var clusters = await Clusters.CreateAsync();

        var first = await clusters.JoinAsync("a");
        var second = await clusters.JoinAsync("a");

        Assert.Empty((await first.ReadAll()).Members);
        Assert.Equal(0, (await second.ReadAll()).Version.Version);
    }

    [SkippableFact]
    public async Task Silo_ThatWasInserted_IsReadAsItWas()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        var silo = Silo(11111);

        Assert.True(await table.InsertRow(silo, await NextAsync(table)));

        var read = await table.ReadRow(silo.SiloAddress);
        AssertEqual(silo, Assert.Single(read.Members).Item1);
        Assert.Equal(1, read.Version.Version);
        AssertEqual(silo, Assert.Single((await table.ReadAll()).Members).Item1);
    }

    [SkippableFact]
    public async Task Silo_ThatIsNotThere_IsReadAsTheVersionAlone()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        await table.InsertRow(Silo(11111), await NextAsync(table));

        var read = await table.ReadRow(Silo(11112).SiloAddress);

        Assert.Empty(read.Members);
        Assert.Equal(1, read.Version.Version);
    }

    [SkippableFact]
    public async Task Silo_ThatIsThereAlready_IsNotInsertedAndRaisesNoVersion()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        await table.InsertRow(Silo(11111), await NextAsync(table));

        Assert.False(await table.InsertRow(Silo(11111), await NextAsync(table)));
        Assert.False(await table.UpdateRow(Silo(11112), "", await NextAsync(table)));

        Assert.Equal(1, (await table.ReadAll()).Version.Version);
    }

    [SkippableFact]
    public async Task Change_OnAVersionThatPassed_IsRefused()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        var stale = await NextAsync(table);
        await table.InsertRow(Silo(11111), stale);

        Assert.False(await table.InsertRow(Silo(11112), stale));
        Assert.False(await table.UpdateRow(Silo(11111), "", stale));

        Assert.Single((await table.ReadAll()).Members);
    }

    [SkippableFact]
    public async Task Silo_ThatIsSuspected_HasEachVote()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        var silo = Silo(11111);
        await table.InsertRow(silo, await NextAsync(table));
        silo.AddSuspector(Silo(11112).SiloAddress, Start.AddSeconds(1));
        silo.AddSuspector(Silo(11113).SiloAddress, Start.AddSeconds(2));
        (silo.Status, silo.IAmAliveTime) = (SiloStatus.Dead, Start.AddSeconds(3));

        Assert.True(await table.UpdateRow(silo, "", await NextAsync(table)));

        var read = await table.ReadAll();
        AssertEqual(silo, Assert.Single(read.Members).Item1);
        Assert.Equal(2, read.Version.Version);
    }

    [SkippableFact]
    public async Task Changes_MadeTogetherOnOneVersion_HaveOneThatIsDone()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        await table.InsertRow(Silo(11111), await NextAsync(table));
        for (var turn = 0; turn < 10; turn++)
        {
            var next = await NextAsync(table);
            var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(port => Task.Run(() => port % 2 == 0
                ? table.UpdateRow(Silo(11111), "", next)
                : table.InsertRow(Silo(12000 + (100 * turn) + port), next))));

            Assert.Single(done, isDone => isDone);
            Assert.Equal(next.Version, (await table.ReadAll()).Version.Version);
        }
    }

    [SkippableFact]
    public async Task SignOfLife_ChangesItsTimeAndNothingElse()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        var silo = Silo(11111);
        await table.InsertRow(silo, await NextAsync(table));
        await table.InsertRow(Silo(11112), await NextAsync(table));
        var alive = Silo(11111, SiloStatus.Dead);
        silo.IAmAliveTime = alive.IAmAliveTime = Start.AddMinutes(5);

        await table.UpdateIAmAlive(alive);

        var read = await table.ReadAll();
        AssertEqual(silo, read.Members.Single(member => member.Item1.SiloAddress.Equals(silo.SiloAddress)).Item1);
        Assert.Equal(Start, read.Members.Single(member => !member.Item1.SiloAddress.Equals(silo.SiloAddress)).Item1.IAmAliveTime);
        Assert.Equal(2, read.Version.Version);
    }

    [SkippableFact]
    public async Task CleanUp_RemovesSilosThatAreNotActiveAndLongSilent()
    {
        await using var clusters = await Clusters.CreateAsync();
        var (table, other) = (await clusters.JoinAsync("a"), await clusters.JoinAsync("b"));
        await other.InsertRow(Silo(11111, SiloStatus.Dead), await NextAsync(other));
        foreach (var status in Enum.GetValues<SiloStatus>())
        {
            var (old, late) = (Silo(11200 + (int)status, status), Silo(11300 + (int)status, status));
            late.IAmAliveTime = Start.AddDays(10);
            Assert.True(await table.InsertRow(old, await NextAsync(table)));
            Assert.True(await table.InsertRow(late, await NextAsync(table)));
        }

        await table.CleanupDefunctSiloEntries(Start.AddDays(3));

        var left = (await table.ReadAll()).Members.Select(member => member.Item1).ToArray();
        Assert.Equal(Enum.GetValues<SiloStatus>().Length, left.Count(silo => silo.IAmAliveTime > Start));
        Assert.Equal(SiloStatus.Active, Assert.Single(left, silo => silo.IAmAliveTime == Start).Status);
        Assert.Single((await other.ReadAll()).Members);
    }

    [SkippableFact]
    public async Task Cluster_ThatIsDeleted_BeginsAnewAndLeavesOthersAlone()
    {
        await using var clusters = await Clusters.CreateAsync();
        var (table, other) = (await clusters.JoinAsync("a"), await clusters.JoinAsync("b"));
        await table.InsertRow(Silo(11111), await NextAsync(table));
        await other.InsertRow(Silo(11111), await NextAsync(other));

        await table.DeleteMembershipTableEntries("a");
        await table.InitializeMembershipTable(true);

        Assert.Equal((0, 0), ((await table.ReadAll()).Version.Version, (await table.ReadAll()).Members.Count));
        Assert.Single((await other.ReadAll()).Members);
    }

    [SkippableFact]
    public async Task Gateways_AreActiveSilosThatTakeClients()
    {
        await using var clusters = await Clusters.CreateAsync();
        var table = await clusters.JoinAsync("a");
        await table.InsertRow(Silo(11111), await NextAsync(table));
        await table.InsertRow(Silo(11112, SiloStatus.Dead), await NextAsync(table));
        var closed = Silo(11113);
        closed.ProxyPort = 0;
        await table.InsertRow(closed, await NextAsync(table));

        // What the client's provider runs; it hands its result to the client alone.
        var gateways = await clusters.GatewaysAsync("a");

        Assert.Equal(["127.0.0.1:30000@11111"], gateways);
    }

    private static async Task<TableVersion> NextAsync(IMembershipTable table) => (await table.ReadAll()).Version.Next();

    private static MembershipEntry Silo(int port, SiloStatus status = SiloStatus.Active) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, port, port),
        SiloName = $"silo {port}",
        HostName = "here",
        Status = status,
        ProxyPort = 30000,
        StartTime = Start,
        IAmAliveTime = Start,
    };

    private static void AssertEqual(MembershipEntry expected, MembershipEntry actual)
    {
        Assert.Equal((expected.SiloAddress, expected.SiloName, expected.HostName, expected.Status, expected.ProxyPort), (actual.SiloAddress, actual.SiloName, actual.HostName, actual.Status, actual.ProxyPort));
        Assert.Equal((expected.StartTime, expected.IAmAliveTime), (actual.StartTime, actual.IAmAliveTime));
        Assert.Equal(expected.SuspectTimes ?? [], actual.SuspectTimes ?? []);
    }

    private sealed class Clusters(StoreDatabase database) : IAsyncDisposable
    {
        private readonly List<IHost> _hosts = [];

        public static async Task<Clusters> CreateAsync() => new(await StoreDatabase.CreateMigratedAsync());

        public async Task<IMembershipTable> JoinAsync(string clusterId)
        {
            var host = ProviderHost.Build(clusterId, silo => silo.UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = (ProviderHost.Invariant, database.ConnectionString)));
            _hosts.Add(host);
            var table = host.Services.GetRequiredService<IMembershipTable>();
            await table.InitializeMembershipTable(true);
            return table;
        }

        public async Task<List<string>> GatewaysAsync(string clusterId)
        {
            var sql = await database.ScalarAsync<string>("select querytext from orleansquery where querykey = 'GatewaysQueryKey'");
            var bound = sql.Replace("@DeploymentId", $"'{clusterId}'", StringComparison.Ordinal).Replace("@Status", "3", StringComparison.Ordinal);
            return await database.ListAsync<string>($"select g.Address || ':' || g.ProxyPort || '@' || g.Generation from ({bound}) g");
        }

        public async ValueTask DisposeAsync()
        {
            _hosts.ForEach(host => host.Dispose());
            await database.DisposeAsync();
        }
    }
}
