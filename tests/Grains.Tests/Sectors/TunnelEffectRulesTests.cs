using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using static OrleansGameState.Grains.Interfaces.Sectors.TunnelEffectKind;
using static OrleansGameState.Grains.Tests.Sectors.Given;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>The specification's table, line by line.</summary>
public sealed class TunnelEffectRulesTests
{
    private static readonly SectorOptions Usual = new();

    [Theory]
    [InlineData(0, ThreatLevel.High)]
    [InlineData(0.29, ThreatLevel.High)]
    [InlineData(0.3, ThreatLevel.Medium)]
    [InlineData(0.49, ThreatLevel.Medium)]
    [InlineData(0.5, null)]
    [InlineData(0.69, null)]
    [InlineData(1, null)]
    public void Radiation_IsUnderAHalf_AndHighUnderThreeTenths(double stability, ThreatLevel? severity) =>
        Assert.Equal<TunnelEffect>(severity is null ? [] : [new TunnelEffect(RadiationExposure, severity)], TunnelEffectRules.Of(Tunnel(stability), null, Usual, Never));

    [Theory]
    [InlineData("QUANTUM", 0.69, true)]
    [InlineData("UNSTABLE", 0.5, true)]
    [InlineData("QUANTUM", 0.7, false)]
    [InlineData("UNSTABLE", 1, false)]
    [InlineData("NATURAL", 0.6, false)]
    [InlineData("ARTIFICIAL", 0.6, false)]
    public void Anomaly_IsOfQuantumAndUnstableTunnels_UnderSevenTenths(string type, double stability, bool isThere) =>
        Assert.Equal<TunnelEffect>(isThere ? [new TunnelEffect(SpacetimeAnomaly, null)] : [], TunnelEffectRules.Of(Tunnel(stability, type), null, Usual, Always));

    [Fact]
    public void Anomaly_IsSeldom()
    {
        Assert.Empty(TunnelEffectRules.Of(Tunnel(0.6, "QUANTUM"), null, Usual, new(() => 0.05)));
        Assert.NotEmpty(TunnelEffectRules.Of(Tunnel(0.6, "QUANTUM"), null, Usual, new(() => 0.0499)));
    }

    [Fact]
    public void Chances_AreSettings()
    {
        var tunnel = Tunnel(0.1, "UNSTABLE");

        Assert.Empty(TunnelEffectRules.Of(tunnel, null, new() { RadiationChance = 0, AnomalyChance = 0 }, Always));
        Assert.Equal([RadiationExposure, SpacetimeAnomaly], TunnelEffectRules.Of(tunnel, null, new() { RadiationChance = 1, AnomalyChance = 1 }, Never).Select(effect => effect.Kind));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    [InlineData(3, TunnelDegradation)]
    [InlineData(1, TunnelDegradation)]
    [InlineData(0, TunnelDegradation, TunnelCollapse)]
    public void LastUses_AreWarnedOf_AndTheLastCollapses(int? usesLeft, params TunnelEffectKind[] effects) =>
        Assert.Equal(effects, TunnelEffectRules.Of(Tunnel(1), usesLeft, Usual, Always).Select(effect => effect.Kind));

    [Fact]
    public void All_ComeInTheSpecificationsOrder() => Assert.Equal(
        [RadiationExposure, SpacetimeAnomaly, TunnelDegradation, TunnelCollapse],
        TunnelEffectRules.Of(Tunnel(0.2, "QUANTUM"), 0, Usual, Always).Select(effect => effect.Kind));
}
