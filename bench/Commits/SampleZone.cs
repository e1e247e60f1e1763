using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>Zones whose state takes a given size as JSON, and captures of their facilities that keep it.</summary>
internal static class SampleZone
{
    private const long Outfit = 37509488620604883;

    private static readonly DateTimeOffset Start = new(2021, 1, 24, 12, 0, 0, TimeSpan.Zero);

    /// <summary>As many facilities as bring the state to about that size, at least one.</summary>
    public static int FacilitiesFor(int bytes)
    {
        var (one, eleven) = (SizeOf(1), SizeOf(11));
        return Math.Max(1, 1 + ((bytes - one) / ((eleven - one) / 10)));
    }

    public static int SizeOf(int facilities) => Encode(With(TerritoryKeys.Zone(1, 2), facilities)).Length;

    public static byte[] Encode(ZoneState zone) => TerritoryKinds.Zone.Encode(zone);

    public static ZoneState With(string key, int facilities) =>
        Enumerable.Range(0, facilities).Aggregate(ZoneState.Initial(key), (zone, turn) => zone.Apply(Capture(facilities, turn)));

    /// <summary>The capture of a turn: the facilities one after the other, the factions in turns.</summary>
    public static FacilityCaptured Capture(int facilities, long turn)
    {
        var command = Report(facilities, turn);
        return new(
            command.Timestamp, command.FacilityId, command.OldFaction, command.NewFaction, command.OutfitId, ChangeSource.FacilityControl, command.Timestamp, 0, command.HeldSeconds, [], false);
    }

    /// <summary>The game's message of that capture.</summary>
    public static ReportFacilityControl Report(int facilities, long turn)
    {
        var round = turn / facilities;
        return new((int)(200_000 + (turn % facilities)), Holder(round), Holder(round + 1), 60, Outfit, Start.AddSeconds(60 * (turn + 1)));
    }

    /// <summary>The record that commits one more event.</summary>
    public static EntityRecord<ZoneState> Next(EntityRecord<ZoneState> before, int facilities, DateTimeOffset now)
    {
        var captured = Capture(facilities, before.Version);
        var at = now > before.At ? now : before.At;
        return before with
        {
            Version = before.Version + 1,
            At = at,
            CommitId = Guid.NewGuid(),
            State = before.State.Apply(captured),
            NewEvents = [new Envelope(TerritoryKeys.System, before.Key, before.Version + 1, at, captured)],
        };
    }

    private static Faction Holder(long round) => (Faction)(1 + (round % 3));
}
