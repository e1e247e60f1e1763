namespace OrleansGameState.Gateway.StarSystems;

/// <summary>How much players did in a system: a word, two values, and 0 to 5 bars.</summary>
internal sealed record ActivityMessage(string Label, decimal Value, decimal ValueAdj, int Bars);
