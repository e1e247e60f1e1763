namespace OrleansGameState.Grains.StarSystems;

/// <summary>Settings under <c>StarSystems</c>.</summary>
public sealed class StarSystemOptions
{
    public const string Section = "StarSystems";

    /// <summary>What a controlling faction that recovers from an expansion must have lost for it to count as the expansion's cost: a share of influence, 0.01 to 0.5.</summary>
    public decimal ExpansionTaxDrop { get; set; } = 0.12m;
}
