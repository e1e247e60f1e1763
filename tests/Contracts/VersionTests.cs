using OrleansGameState.Contracts.Versions;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Contracts;

/// <summary>Two versions of a program in one cluster: what one adds the other skips, or has at its default.</summary>
public sealed class VersionTests
{
    private const string ZoneLocked = "territory.ZoneLocked";
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly NewDetail Detail = new("one", new("two", null));

    [SkippableFact]
    public void MessageOfAnOlderProgram_IsReadWithTheRestAtItsDefault()
    {
        var bytes = Wire.Where((ZoneLocked, typeof(OldZoneLocked))).SerializeToArray(Enveloped(new OldZoneLocked(At)));

        var read = Wire.Serializer.Deserialize<Envelope>(bytes);

        Assert.Equal(Enveloped(new ZoneLocked(At, default, default)), read);
    }

    [SkippableFact]
    public void MessageOfANewerProgram_IsReadWithoutWhatItAdds()
    {
        var sent = new NewZoneLocked(At, Faction.TerranRepublic, LockCause.ContinentLock, "because", [Detail, Detail], Detail);
        var bytes = Wire.Where((ZoneLocked, typeof(NewZoneLocked))).SerializeToArray(Enveloped(sent));

        var read = Wire.Serializer.Deserialize<Envelope>(bytes);

        Assert.Equal(Enveloped(new ZoneLocked(At, Faction.TerranRepublic, LockCause.ContinentLock)), read);
    }

    [SkippableFact]
    public void MessageOfToday_IsReadByAnOlderProgram()
    {
        var bytes = Wire.Serializer.SerializeToArray(Enveloped(new ZoneLocked(At, Faction.TerranRepublic, LockCause.ContinentLock)));

        var read = Wire.Where((ZoneLocked, typeof(OldZoneLocked))).Deserialize<Envelope>(bytes);

        Assert.Equal(Enveloped(new OldZoneLocked(At)), read);
    }

    [SkippableFact]
    public void MessageOfToday_IsReadByANewerProgram()
    {
        var bytes = Wire.Serializer.SerializeToArray(Enveloped(new ZoneLocked(At, Faction.TerranRepublic, LockCause.ContinentLock)));

        var read = Wire.Where((ZoneLocked, typeof(NewZoneLocked))).Deserialize<Envelope>(bytes);

        Assert.Null(Difference.Between(Enveloped(new NewZoneLocked(At, Faction.TerranRepublic, LockCause.ContinentLock, null!, default, null!)), read));
    }

    [SkippableFact]
    public void AnswerOfAnOlderProgram_HasNoRejections()
    {
        var bytes = Wire.Serializer.SerializeToArray(new OldResult(5, 2));

        var read = Wire.Serializer.Deserialize<CommandResult>(bytes)!;

        Assert.Equal((5, 2, true), (read.Sequence, read.Changes, read.Rejections.IsDefault));
    }

    [SkippableFact]
    public void AnswerOfToday_IsReadByAnOlderProgram()
    {
        var bytes = Wire.Serializer.SerializeToArray(new CommandResult(5, 2, [new("code", "field", "message")]));

        Assert.Equal(new OldResult(5, 2), Wire.Serializer.Deserialize<OldResult>(bytes));
    }

    private static Envelope Enveloped(EntityEvent @event) => new("territory", "ps2/1/2", 3, At, @event);
}
