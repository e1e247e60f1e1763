namespace OrleansGameState.Bench.Serving;

/// <summary>What the empty endpoint answers: about 1 KB of JSON that costs next to nothing to make.</summary>
internal sealed record EmptyAnswer(int Number, string Text)
{
    public static EmptyAnswer Value { get; } = new(1, new('x', 1000));
}
