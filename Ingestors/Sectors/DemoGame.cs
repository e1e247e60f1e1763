using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>
/// A small game server: it brings the bundled universe where it is not there yet, and lets invented players move about it.
/// Whatever it does it does by the player's record as it is, so that it goes on where another process left off.
/// </summary>
internal sealed class DemoGame(
    IGrainFactory grains, GrainCalls calls, IPartLeases leases, FeedMeasures measures, SectorOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>The universe, and the part of the feed <c>sectors</c> whose lease says who plays.</summary>
    public const string Universe = "demo";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LastEntrance = TimeSpan.FromSeconds(6);

    /// <summary>Plays until it is cancelled.</summary>
    public async Task Play(UniverseDraft draft, CancellationToken stopping)
    {
        await leases.WhenHeld(Universe, stopping);
        if (await Import(draft, stopping))
        {
            Log.Playing(logger, options.DemoPlayers, Universe);
            var starts = draft.Sectors.Select(sector => sector.Id).ToImmutableArray();
            await Task.WhenAll(Enumerable.Range(0, options.DemoPlayers).Select(number => Live(number, starts, stopping)));
        }
    }

    // True once the universe is there, told to all of its sectors.
    private async Task<bool> Import(UniverseDraft draft, CancellationToken stopping)
    {
        var key = SectorKeys.Map(Universe);
        var map = grains.GetGrain<IUniverseMapGrain>(key);
        while (await calls.Invoke(key, map.GetSnapshot, stopping) is not { State.Map.Version: > 0 })
        {
            var answer = await calls.Invoke(key, () => map.Import(draft, new(StubDanglingLinks: false, FirstOfDuplicateShips: false)), stopping);
            if (answer is { Rejections: [var first, ..] })
            {
                Log.NotImported(logger, Universe, first.Code, first.Message);
                return false;
            }

            await Task.Delay(answer is null ? Soon : TimeSpan.Zero, time, stopping);
        }

        var universe = grains.GetGrain<IUniverseGrain>(Universe);
        while (await calls.Invoke(Universe, universe.GetStatus, stopping) is not { Snapshot.State.Import.Phase: ImportPhase.Done })
        {
            await Task.Delay(Soon, time, stopping);
        }

        return true;
    }

    private async Task Live(int number, ImmutableArray<string> starts, CancellationToken stopping)
    {
        var random = new Random(HashOf(options.DemoSeed, number));
        var (id, profile) = (DemoCrew.IdOf(number), DemoCrew.ProfileOf(number));
        var key = SectorKeys.Player(Universe, id);
        var player = grains.GetGrain<IPlayerGrain>(key);
        string? cameFrom = null;
        for (var pause = LastEntrance * random.NextDouble(); ; pause = DemoWalk.Pause(random))
        {
            await Task.Delay(pause, time, stopping);
            await leases.WhenHeld(Universe, stopping);
            if (await calls.Invoke(key, player.GetSnapshot, stopping) is not { } snapshot)
            {
                continue;
            }

            if (snapshot.State.Profile is null)
            {
                await Execute(key, player, new LogIn(profile, starts[random.Next(starts.Length)], null, null), stopping);
            }
            else if (DemoWalk.Next(snapshot.State, snapshot.Sequence, await ChartOf(snapshot.State.Sector, stopping), cameFrom, random) is { } act
                && await Do(key, player, act, stopping) is { } left)
            {
                cameFrom = left;
            }
        }
    }

    private async Task<SectorChart?> ChartOf(string sector, CancellationToken stopping)
    {
        var key = SectorKeys.Sector(Universe, sector);
        return (await calls.Invoke(key, grains.GetGrain<ISectorGrain>(key).GetSnapshot, stopping))?.State.Chart;
    }

    // The sector that was left; null where none was.
    private async Task<string?> Do(string key, IPlayerGrain player, DemoAct act, CancellationToken stopping)
    {
        if (act.Move is not { } move)
        {
            await Execute(key, player, act.Command!, stopping);
            return null;
        }

        var answer = await calls.Invoke(key, () => player.Move(move), stopping);
        Settle(key, answer is not null, answer?.Rejection);
        return answer?.Moved?.From;
    }

    private async Task Execute(string key, IPlayerGrain player, PlayerCommand command, CancellationToken stopping)
    {
        var result = await calls.Invoke(key, () => player.Execute(command), stopping);
        Settle(key, result is not null, result is { Rejections: [var first, ..] } ? first : null);
    }

    private void Settle(string key, bool isAnswered, Rejection? rejection)
    {
        if (!isAnswered)
        {
            measures.Refused(FrameRefusal.CallFailed, Universe);
        }
        else if (rejection is not null)
        {
            measures.Refused(rejection.Code, Universe);
            Log.Refused(logger, key, rejection.Code, rejection.Message);
        }
        else
        {
            measures.Accepted(Universe, 1);
        }
    }

    // The same in every process, unlike HashCode's.
    private static int HashOf(int seed, int number) => unchecked((seed * 7919) + number);
}
