#pragma warning disable CA1051, CA1002, CA1819, CA2227 // What is refused is refused for such members.
using System.Collections.Immutable;

namespace OrleansGameState.Standins.Tests.StandinOnly;

/// <summary>Types that may, or may not, be messages.</summary>
internal static class Samples
{
    [GenerateSerializer]
    public sealed record Good([property: Id(0)] int Number, [property: Id(1)] ImmutableArray<Part> Parts, [property: Id(2)] Part? Other);

    [GenerateSerializer]
    public sealed record Part([property: Id(0)] string Name, [property: Id(1)] DateTimeOffset At, [property: Id(2)] (int, Uri) Pair);

    [GenerateSerializer]
    [Immutable]
    public sealed record Promised([property: Id(0)] List<int> Numbers);

    [GenerateSerializer]
    public sealed record PositionalWithoutIds(int Number);

    public sealed record WithoutAttribute(int Number);

    [GenerateSerializer]
    public sealed class WithoutId
    {
        [Id(0)]
        public int Number { get; init; }

        public string? Forgotten { get; init; }
    }

    [GenerateSerializer]
    public sealed class Computed
    {
        [Id(0)]
        public int Number { get; init; }

        public int Twice => 2 * Number;
    }

    [GenerateSerializer]
    public sealed class Mutable
    {
        [Id(0)]
        public int Number { get; set; }
    }

    [GenerateSerializer]
    public sealed record HoldsAList([property: Id(0)] List<int> Numbers);

    [GenerateSerializer]
    public sealed record HoldsAnArray([property: Id(0)] byte[] Bytes);

    [GenerateSerializer]
    public sealed record HoldsWhatLacksIt([property: Id(0)] ImmutableList<WithoutAttribute> Others);

    [GenerateSerializer]
    public abstract record Family([property: Id(0)] int Number);

    [GenerateSerializer]
    public sealed record GoodChild(int Number, [property: Id(0)] string Name) : Family(Number);

    public sealed record BadChild(int Number) : Family(Number);

    public abstract record BareParent([property: Id(0)] int Number);

    [GenerateSerializer]
    public sealed record ChildOfABareParent(int Number) : BareParent(Number);

    [GenerateSerializer]
    public sealed record HoldsAStranger([property: Id(0)] System.Text.Json.JsonElement Element);

    [GenerateSerializer]
    public sealed record Itself([property: Id(0)] Itself? Next, [property: Id(1)] int Number);
}
