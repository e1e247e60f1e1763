using OrleansGameState.Gateway.Entities;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>
/// Follows a player: the player's own events, and those of the sector they are in. The player's record says first that they
/// went elsewhere; the old sector is shown until it says that they left, the new one from before it says that they joined,
/// as a whole and then event by event. So a client has each departure and then each arrival once.
/// </summary>
internal sealed class PlayerFollower(string universe, string player, SectorArrivals arrivals, WatchRegistry watches, Outbox outbox)
    : Follower(SectorTopics.Me(universe, player), watches, outbox)
{
    // More than this is read anew once it can be shown.
    private const int MostHeld = 1000;

    private readonly Queue<(long Told, string? To)> _ways = new();
    private readonly List<Delivery> _held = [];
    private Subscription? _player;
    private Subscription? _here;
    private Subscription? _next;
    private string? _place;
    private long _arrivedBy;
    private long _leftBy;
    private bool _isShown;
    private bool _showsArrival;
    private bool _hasArrived;
    private bool _isTooMuch;
    private long _nextBy;

    public void Begin(Entity entity) => _player = Subscribe(entity);

    public override async ValueTask<IReadOnlyList<Delivery>> Pass(Delivery delivery)
    {
        var passed = new List<Delivery>();
        if (delivery.Source == _player)
        {
            passed.Add(delivery);
            await TakePlayer(delivery, passed);
        }
        else if (delivery.Source == _here)
        {
            await TakeHere(delivery, passed);
        }
        else if (delivery.Source == _next)
        {
            Hold(delivery);
        }

        if (_hasArrived && _isShown && _ways.TryPeek(out var way))
        {
            // Whoever joined the next one has left this one, whether or not that was heard of.
            passed.AddRange(await arrivals.UntilLeft(_here!, player, way.Told));
            await GoOn(passed);
        }

        return passed;
    }

    private async Task TakePlayer(Delivery delivery, List<Delivery> passed)
    {
        switch (delivery)
        {
            case Delivery.Snapshot { View: { Source: Snapshot<PlayerState> { State: var state } } view }:
                Settle(state.IsPresent ? state.Sector : null, view.Sequence);
                break;
            case Delivery.Event { Delta.Envelope: var envelope } when WayOf(envelope.Event) is { IsOne: true } way:
                await Leave(envelope.Sequence, way.To, passed);
                break;
            default:
                break;
        }
    }

    // A player who is seen anew is where they are; what was between is not told.
    private void Settle(string? place, long sequence)
    {
        var expected = _ways.Count > 0 ? _ways.Last().To : _place;
        if (place == expected && (_here is not null || place is null))
        {
            return;
        }

        _ways.Clear();
        Drop(ref _next);
        Enter(place, sequence, showsArrival: false, null);
    }

    private async Task Leave(long told, string? to, List<Delivery> passed)
    {
        _ways.Enqueue((told, to));
        if (_here is null || (_ways.Count == 1 && _leftBy >= told))
        {
            await GoOn(passed);
        }
        else if (_next is null)
        {
            Expect();
        }
    }

    // The next one is watched from now on, and shown once this one is left.
    private void Expect()
    {
        _held.Clear();
        (_hasArrived, _isTooMuch) = (false, false);
        if (_ways.FirstOrDefault(way => way.To is not null) is (var told, { } to))
        {
            (_nextBy, _next) = (told, Subscribe(arrivals.Sector(universe, to)));
        }
    }

    private void Hold(Delivery delivery)
    {
        if (delivery is Delivery.Snapshot || _held.Count >= MostHeld)
        {
            _isTooMuch = delivery is not Delivery.Snapshot;
            _held.Clear();
        }

        _held.Add(delivery);
        _hasArrived |= delivery switch
        {
            Delivery.Snapshot snapshot => SectorArrivals.Heard(snapshot, player) >= _nextBy,
            Delivery.Event { Delta.Envelope.Event: var fact } => SectorArrivals.IsArrival(fact, player, _nextBy),
            _ => false,
        };
    }

    private async Task TakeHere(Delivery delivery, List<Delivery> passed)
    {
        // Between leaving one and having heard where to, there is none.
        if (_leftBy > _arrivedBy)
        {
            return;
        }

        switch (delivery)
        {
            case Delivery.Snapshot snapshot when !_isShown && _showsArrival:
                _isShown = true;
                foreach (var shown in await arrivals.Before(snapshot, player, _arrivedBy))
                {
                    if (shown.Source == _here && _leftBy <= _arrivedBy)
                    {
                        await Show(shown, passed);
                    }
                }

                break;
            case Delivery.Snapshot snapshot when _ways.TryPeek(out var way) && SectorArrivals.Heard(snapshot, player) >= way.Told:
                // They left while too much was to be told.
                await GoOn(passed);
                break;
            case Delivery.Snapshot or Delivery.Event:
                _isShown = true;
                await Show(delivery, passed);
                break;
            case Delivery.Unknown:
                _isShown = true;
                break;
            default:
                passed.Add(delivery);
                break;
        }
    }

    private async Task Show(Delivery delivery, List<Delivery> passed)
    {
        passed.Add(delivery);
        if (delivery is not Delivery.Event { Delta.Envelope.Event: PlayerLeft left } || left.Entry.PlayerId != player)
        {
            return;
        }

        if (_ways.TryPeek(out var way) && left.Told >= way.Told)
        {
            await GoOn(passed);
        }
        else if (_ways.Count == 0 && left.Told > _arrivedBy)
        {
            _leftBy = left.Told;
        }
    }

    private async Task GoOn(List<Delivery> passed)
    {
        var (told, to) = _ways.Dequeue();
        if (to is null)
        {
            Enter(null, told, showsArrival: false, null);
            if (_ways.Count > 0)
            {
                await GoOn(passed);
            }

            return;
        }

        if (_isTooMuch)
        {
            Drop(ref _next);
        }

        Delivery[] held = [.. _held];
        var next = _next;
        _next = null;
        Enter(to, told, showsArrival: true, next);
        Expect();

        foreach (var delivery in held.Where(delivery => delivery.Source == _here))
        {
            await TakeHere(delivery, passed);
        }
    }

    private void Enter(string? place, long told, bool showsArrival, Subscription? watched)
    {
        Drop(ref _here);
        (_place, _arrivedBy, _leftBy, _isShown, _showsArrival, _hasArrived) = (place, told, 0, false, showsArrival, false);
        _here = place is null ? null : watched ?? Subscribe(arrivals.Sector(universe, place));
    }

    private void Drop(ref Subscription? subscription)
    {
        Unsubscribe(subscription);
        subscription = null;
    }

    private static (bool IsOne, string? To) WayOf(EntityEvent fact) => fact switch
    {
        PlayerSpawned e => (true, e.Sector),
        PlayerReturned e => (true, e.Sector),
        PlayerMoved e => (true, e.To),
        PlayerTeleported e => (true, e.To),
        PlayerSwept => (true, null),
        _ => default,
    };
}
