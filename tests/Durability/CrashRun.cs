using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>A load, watchers and a ledger that go through many lives of one silo on one data folder.</summary>
internal sealed class CrashRun(int seed, ITestOutputHelper output) : IAsyncDisposable
{
    private static readonly Zone[] Zones = Zone.Many(20);

    private readonly Random _random = new(seed);
    private readonly ServerFolder _folder = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly Load _load = new(Zones);
    private Ledger _ledger = null!;
    private Watcher[] _watchers = [];
    private SiloProcess _silo = null!;
    private string _where = "start";

    public async Task Start()
    {
        _ledger = new(_load);
        _watchers =
        [
            new([.. Zones.Take(6).Select(zone => zone.Topic)], Blame),
            new([.. Zones.Skip(6).Take(2).Select(zone => zone.Topic), "territory/10", "territory/13"], Blame),
        ];
        _silo = await _folder.Start();
        await _load.Settle(_silo.Commands);
        await Resume();
    }

    /// <summary>Load, a crash at a random instant, and everything that must hold after it.</summary>
    public async Task Round(int number, Crash crash)
    {
        _where = string.Create(CultureInfo.InvariantCulture, $"round {number} ({crash})");
        var before = _load.Acknowledged;
        _load.Start(_silo.Commands);
        await _load.Acknowledges(1);

        // Not waited for anything: this is the random instant.
        await Task.Delay(_random.Next(200, 1500));
        await Strike(crash);
        await _ledger.Check(_silo.Http, Blame);
        await CatchUp();
        output.WriteLine($"{_where}: {_load.Acknowledged - before} acknowledged, {_ledger.Events} events");
        ThrowIfBlamed();
    }

    /// <summary>What is owed has come, the whole log reads the same as piece by piece, it stops cleanly, and an operator's verify finds nothing.</summary>
    public async Task Finish()
    {
        _where = "at the end";
        _load.Start(_silo.Commands);
        await _load.EveryLaneGoesOn();
        await _load.Stop();
        var whole = new Ledger(_load);
        await _ledger.Check(_silo.Http, Blame);
        await whole.Check(_silo.Http, Blame);
        foreach (var (again, before) in whole.Zones.Zip(_ledger.Zones).Where(pair => !pair.First.Events.SequenceEqual(pair.Second.Events)))
        {
            Blame($"{again.Zone.Topic}: the log reads differently now");
        }

        await whole.CheckWorlds(_silo.Http, Blame);
        await CatchUp();
        await CatchUpWorlds();
        _silo.Terminate();
        if (await _silo.Ended.Within(() => _silo.Said) is not 0 and var code)
        {
            Blame($"asked to stop, it ended with {code}: {_silo.Said}");
        }

        var (exitCode, said) = await _folder.Verify();
        if (exitCode != 0)
        {
            Blame($"verify ended with {exitCode}: {said}");
        }

        output.WriteLine($"{_load.Summary}\n{whole.Events} events of {Zones.Length} zones; watchers saw {_watchers.Sum(watcher => watcher.Events)} events and resumed {_watchers[0].Resumptions} times\nverify: {said}");
        ThrowIfBlamed();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var watcher in _watchers)
        {
            await watcher.DisposeAsync();
        }

        if (_silo is not null)
        {
            await _silo.DisposeAsync();
        }

        _load.Dispose();
        await _folder.DisposeAsync();
    }

    private async Task Strike(Crash crash)
    {
        var database = _folder.Database ?? throw new InvalidOperationException($"No database runs in {_folder.Data}.\n{_silo.Said}");
        switch (crash)
        {
            case Crash.Database or Crash.WholeDatabase:
                database.Kill(all: crash == Crash.WholeDatabase);
                await Bound.Eventually(() => Task.FromResult(_folder.Database), again => again is not null && again.Id != database.Id, () => _silo.Said);
                await GoOn();
                return;
            case Crash.Backend:
                database.KillBackend(_random);
                await GoOn();
                return;
            case Crash.Connections:
                database.DropConnections();
                await GoOn();
                return;
            case Crash.DatabaseThenSilo or Crash.WholeDatabaseThenSilo:
                database.Kill(all: crash == Crash.WholeDatabaseThenSilo);
                await Task.Delay(_random.Next(300));
                _silo.Kill();
                break;
            case Crash.SiloThenDatabase:
                _silo.Kill();
                await Task.Delay(_random.Next(20));
                database.Kill(all: true);
                break;
            case Crash.Both:
                database.Kill(all: false);
                _silo.Kill();
                break;
            default:
                _silo.Kill();
                break;
        }

        await Revive();
    }

    private async Task GoOn()
    {
        await _load.EveryLaneGoesOn();
        await _load.Stop();
    }

    private async Task Revive()
    {
        await _load.Broken();
        await _silo.Ended.Within(() => _silo.Said);
        await _silo.DisposeAsync();
        _silo = await _folder.Start();
        await Resume();
    }

    private Task Resume() => Task.WhenAll(_watchers.Select(watcher => watcher.Connect(_silo.Http.BaseAddress!)));

    private Task CatchUp() => Task.WhenAll(
        from watcher in _watchers
        from zone in _ledger.Zones
        where watcher.Topics.Contains(zone.Zone.Topic)
        select watcher.CatchUp(zone.Zone.Topic, zone.Events));

    private async Task CatchUpWorlds()
    {
        foreach (var world in Zones.Select(zone => zone.World).Distinct())
        {
            var events = new List<string>();
            await EventLog.Read(_silo.Http, $"/api/v1/territory/worlds/{world}", 0, told => events.Add(told["event"]!.ToJsonString()));
            await _watchers[1].CatchUp($"territory/{world}", events);
        }
    }

    private void Blame(string what) => _faults.Enqueue(what);

    private void ThrowIfBlamed()
    {
        string[] all = [.. _faults, .. _load.Blamed];
        if (all.Length > 0)
        {
            Assert.Fail($"Seed {seed}, {_where}:\n{string.Join('\n', all.Take(50))}\n{_load.Summary}\n{_silo.Said}");
        }
    }
}
