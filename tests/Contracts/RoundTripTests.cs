using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Contracts;

public sealed class RoundTripTests
{
    public static TheoryData<string> Messages => [.. MessageTypes.Concrete.Select(MessageTypes.NameOf)];

    public static TheoryData<string> Events => [.. MessageTypes.Family(typeof(EntityEvent)).Select(MessageTypes.NameOf)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Sample_OfEachMessage_HasNoMemberAtItsDefault(string message)
    {
        var type = Type(message);
        var sample = Samples.Of(type);

        Assert.All(WireMember.Of(type), member => Assert.False(
            Difference.IsDefault(member.Read(sample)), $"{message}.{member.Info.Name} is at its default: say in {nameof(Samples)} how to make one."));
        Assert.Null(Difference.Between(sample, Samples.Of(type)));
    }

    [SkippableTheory]
    [MemberData(nameof(Messages))]
    public void Message_SentBetweenSilos_IsWhatItWas(string message)
    {
        var sample = Samples.Of(Type(message));

        var read = Wire.Serializer.Deserialize<object>(Wire.Serializer.SerializeToArray<object>(sample));

        Assert.Null(Difference.Between(sample, read));
    }

    [SkippableTheory]
    [MemberData(nameof(Events))]
    public void Event_InItsEnvelope_IsWhatItWas(string message)
    {
        var sample = new Envelope("territory", "ps2/1/2", 3, DateTimeOffset.UnixEpoch, (EntityEvent)Samples.Of(Type(message)));

        var read = Wire.Serializer.Deserialize<Envelope>(Wire.Serializer.SerializeToArray(sample));

        Assert.Null(Difference.Between(sample, read));
    }

    [Fact]
    public void Difference_OfValuesThatDiffer_SaysWhere()
    {
        var sample = (Envelope)Samples.Of(typeof(Envelope));

        Assert.StartsWith(".Sequence:", Difference.Between(sample, sample with { Sequence = 1 }), StringComparison.Ordinal);
        Assert.StartsWith(".At:", Difference.Between(sample, sample with { At = sample.At.ToUniversalTime() }), StringComparison.Ordinal);
        Assert.StartsWith(".Event", Difference.Between(sample, sample with { Event = (EntityEvent)Samples.Of(typeof(EntityEvent), 1) }), StringComparison.Ordinal);
        Assert.StartsWith(".Events.Length:", Difference.Between(new EventPage([sample], 1, 2), new EventPage([], 1, 2)), StringComparison.Ordinal);
    }

    internal static Type Type(string message) => MessageTypes.Concrete.Single(t => MessageTypes.NameOf(t) == message);
}
