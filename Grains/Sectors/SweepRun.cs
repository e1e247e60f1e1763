using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// Looks after what an audit found. Each is done by the entity that it is about, in turn with what else that one does, and
/// only where it still is so: a sweep cannot race a move.
/// </summary>
internal sealed class SweepRun(IGrainFactory grains, string universe, TimeSpan sessionLimit, ILogger logger)
{
    private const int AtOnce = 32;
    private const int MostNamed = 100;

    private readonly List<string> _swept = [];
    private readonly List<string> _healed = [];
    private readonly List<string> _strays = [];
    private readonly List<string> _ships = [];
    private readonly List<string> _tunnels = [];

    public async Task<SweepReport> LookAfter(AuditFindings found, bool forgetsDepartures, DateTimeOffset begun)
    {
        await Each(found.Silent, player => player, player => Review(player, isMissing: false));
        await Each(found.Missing, missing => missing.Player, Heal);
        await Each(found.Strays, stray => stray.Player, Remove);
        await Each(found.Ships, ship => ship.Ship, RemoveShip);
        await Each(found.Tunnels, tunnel => tunnel.Key, Settle);
        await Each(forgetsDepartures ? found.Departures : [], departures => departures.Sector, departures => Forget(departures.Sector, departures.Heard));
        return new(
            begun,
            found.Looked,
            Named(_swept),
            Named(_healed),
            Named(_strays),
            Named(_ships),
            Named(_tunnels),
            new(_swept.Count, _healed.Count, _strays.Count, _ships.Count, _tunnels.Count));
    }

    private async Task<PlayerReview> Review(string player, bool isMissing)
    {
        var review = await Player(player).Review(sessionLimit, isMissing);
        if (review.IsSwept)
        {
            _swept.Add($"{player}: {review.State.Sector}");
        }

        if (review.IsAffirmed)
        {
            _healed.Add($"{player}: {review.State.Sector}");
        }

        return review;
    }

    // The list may have them by now, where they moved since the scan, or the sector was told late.
    private async Task Heal((string Player, string Sector) missing)
    {
        var where = (await Player(missing.Player).GetSnapshot()).State;
        var list = (await Sector(where.Sector).GetSnapshot()).State.Players;
        if (where.IsPresent && where.Sector == missing.Sector && !list.ContainsKey(missing.Player))
        {
            await Review(missing.Player, isMissing: true);
        }
    }

    private async Task Remove((string Player, string Sector, long Heard) stray)
    {
        var review = await Review(stray.Player, isMissing: false);
        var isThere = review.State.IsPresent && review.State.Sector == stray.Sector;
        if (!review.Owes && !isThere && (await Sector(stray.Sector).Execute(new RemoveStray(stray.Player, stray.Heard))).Changes > 0)
        {
            _strays.Add($"{stray.Player}: {stray.Sector}");
        }
    }

    private async Task RemoveShip((string Ship, string Sector, string Player) parked)
    {
        var pilot = (await Player(parked.Player).GetSnapshot()).State;
        if (pilot.IsPresent && pilot.Profile?.Ship.Id == parked.Ship && (await Sector(parked.Sector).Execute(new RemoveShip(parked.Ship))).Changes > 0)
        {
            _ships.Add($"{parked.Ship}: {parked.Sector}");
        }
    }

    private async Task Settle(AuditedTunnel tunnel)
    {
        if (await grains.GetGrain<IWarpTunnelGrain>(tunnel.Key).Review() < tunnel.Overdue && SectorKeys.TryParseTunnel(tunnel.Key, out _, out var from, out var to))
        {
            _tunnels.Add($"{from}-{to}");
        }
    }

    private async Task Forget(string sector, ImmutableSortedDictionary<string, long> heard) => await Sector(sector).Execute(new ForgetDepartures(heard));

    private async Task Each<T>(ImmutableArray<T> found, Func<T, string> subject, Func<T, Task> act)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(AtOnce, found.Length)).Select(_ => ActOnSome()));

        async Task ActOnSome()
        {
            while (next < found.Length)
            {
                var one = found[next++];
                try
                {
                    await act(one);
                }
                catch (Exception exception)
                {
                    UniverseLog.NotLookedAfter(logger, universe, subject(one), exception);
                }
            }
        }
    }

    private IPlayerGrain Player(string player) => grains.GetGrain<IPlayerGrain>(SectorKeys.Player(universe, player));

    private ISectorGrain Sector(string sector) => grains.GetGrain<ISectorGrain>(SectorKeys.Sector(universe, sector));

    private static ImmutableArray<string> Named(List<string> done) => [.. done.Order(StringComparer.Ordinal).Take(MostNamed)];
}
