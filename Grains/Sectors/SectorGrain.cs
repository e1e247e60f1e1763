using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

internal sealed class SectorGrain(
    [PersistentState("sector", EntityStorage.Name)] IPersistentState<EntityRecord<SectorState>> record,
    EntityContext context,
    ILogger<SectorGrain> logger)
    : EntityGrain<SectorState, SectorEvent>(record, context), ISectorGrain
{
    // To forget is an event, which goes along with another: so many of them at once.
    private const int ForgetAtOnce = 16;

    private readonly Arrivals _arrivals = new();
    private readonly Dictionary<string, long> _forgettable = new(StringComparer.Ordinal);

    protected override string SystemName => SectorKeys.System;

    public ValueTask<CommandResult> Execute(SectorCommand command) => Commit(SectorRules.Decide(Tentative, command, Now));

    public ValueTask<SectorChart?> GetChart() => new(Committed.State.Chart);

    public ValueTask<SectorSurroundings> Enter(PlayerEntry entry, long told)
    {
        _arrivals.Expect(Tentative, entry, told, Now);
        var chart = Tentative.Chart;
        return new(new SectorSurroundings(
            chart?.Type ?? "",
            chart?.HazardLevel ?? 0,
            chart?.Defenses.DefenseDrones ?? 0,
            _arrivals.Others(Tentative, entry.PlayerId, Now)));
    }

    // A repeat changes nothing, and a sector would have to remember too many senders: all who ever passed.
    public ValueTask Receive(Intent intent) => TakeRepeatable(() =>
    {
        _arrivals.Hear(SectorRules.PlayerOf(intent.Event), intent.Id);
        if (SectorRules.IsMissed(Tentative, intent.Event, intent.Id))
        {
            Log.NotListed(logger, Key, SectorRules.PlayerOf(intent.Event));
        }

        return AlsoForget(SectorRules.Hear(Tentative, intent.Event, intent.Id));
    });

    public Task Forget(string playerId, long told)
    {
        if (SectorRules.HeardOf(Tentative, playerId) == told && !Tentative.Players.ContainsKey(playerId))
        {
            _forgettable[playerId] = told;
        }

        return Task.CompletedTask;
    }

    protected override void OnCommitted(Envelope envelope)
    {
        if (envelope.Event is PlayerLeft { Reason: PresenceReason.Healed } stray)
        {
            Log.StrayRemoved(logger, Key, stray.Entry.PlayerId);
        }
        else if (envelope.Event is PlayerJoined { Reason: PresenceReason.Healed } healed)
        {
            Log.EntryHealed(logger, Key, healed.Entry.PlayerId);
        }
    }

    private Decision<SectorEvent> AlsoForget(Decision<SectorEvent> heard)
    {
        if (heard.Events.IsEmpty || _forgettable.Count < ForgetAtOnce)
        {
            return heard;
        }

        var forgotten = SectorRules.Decide(Tentative, new ForgetDepartures(_forgettable.ToImmutableSortedDictionary()), Now);
        _forgettable.Clear();
        return new(heard.Events.AddRange(forgotten.Events), heard.Rejections);
    }
}
