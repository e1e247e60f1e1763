using Orleans.Standin;
using Xunit;

namespace OrleansGameState.Standins.Tests.StandinOnly;

public sealed class MessageRulesTests
{
    [Theory]
    [InlineData(typeof(Samples.Good))]
    [InlineData(typeof(Samples.Promised))]
    [InlineData(typeof(Samples.PositionalWithoutIds))]
    [InlineData(typeof(Samples.Computed))]
    [InlineData(typeof(Samples.GoodChild))]
    [InlineData(typeof(Samples.Itself))]
    [InlineData(typeof(string))]
    [InlineData(typeof((int, Guid)?))]
    public void Message_ThatCannotChangeAndHasItsIds_IsAccepted(Type type) => Assert.Empty(ProblemsOf(type));

    [Theory]
    [InlineData(typeof(Samples.WithoutAttribute), "WithoutAttribute", "[GenerateSerializer]")]
    [InlineData(typeof(Samples.WithoutId), "WithoutId.Forgotten", "[Id]")]
    [InlineData(typeof(Samples.Mutable), "Mutable", "init-only")]
    [InlineData(typeof(Samples.HoldsAList), "System.Collections.Generic.List", "immutable collection")]
    [InlineData(typeof(Samples.HoldsAnArray), "System.Byte[]", "immutable collection")]
    [InlineData(typeof(Samples.HoldsWhatLacksIt), "WithoutAttribute", "[GenerateSerializer]")]
    [InlineData(typeof(Samples.Family), "BadChild", "[GenerateSerializer]")]
    [InlineData(typeof(Samples.ChildOfABareParent), "BareParent", "[GenerateSerializer]")]
    [InlineData(typeof(Samples.HoldsAStranger), "JsonElement", "of your own")]
    [InlineData(typeof(List<string>), "List", "immutable collection")]
    public void Message_ThatOrleansWouldFailOnLater_IsRefusedWithTypeAndCure(Type type, string name, string cure) =>
        Assert.Contains(ProblemsOf(type), p => p.Contains(name, StringComparison.Ordinal) && p.Contains(cure, StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(Samples.Good), true)]
    [InlineData(typeof(Samples.Promised), true)]
    [InlineData(typeof(Samples.Mutable), false)]
    [InlineData(typeof(Samples.HoldsAList), false)]
    public void Immutability_OfAState_IsTold(Type type, bool holds) => Assert.Equal(holds, Immutability.Holds(type));

    private static IReadOnlyCollection<string> ProblemsOf(Type type) =>
        new MessageRules(typeof(Samples).GetNestedTypes().ToHashSet()).Problems(type);
}
