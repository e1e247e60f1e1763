using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>The specification's table, line by line.</summary>
public sealed class EncounterRulesTests
{
    private static readonly SectorSurroundings Empty = new(SectorTypes.Standard, 0, 0, []);

    [Fact]
    public void EmptySector_HasNone() => Assert.Empty(EncounterRules.Of(Empty));

    [Fact]
    public void Others_AreMetTogether()
    {
        var met = Assert.Single(EncounterRules.Of(Empty with { Players = [Given.Entry("bob"), Given.Entry("eve")] }));

        Assert.Equal((EncounterKind.Players, ThreatLevel.Varies, null, null), (met.Kind, met.ThreatLevel, met.Hazard, met.Count));
        Assert.Equal(["bob", "eve"], met.Players.Select(entry => entry.PlayerId));
    }

    [Theory]
    [InlineData("BLACK_HOLE")]
    [InlineData("NEBULA")]
    [InlineData("ASTEROID_FIELD")]
    [InlineData("WORMHOLE")]
    public void Hazard_IsMet_AndIsHighFromSeven(string type)
    {
        Assert.Equal([(type, ThreatLevel.Medium), (type, ThreatLevel.Medium), (type, ThreatLevel.High), (type, ThreatLevel.High)], new[] { 0, 6.99, 7, 10 }.Select(level =>
        {
            var met = Assert.Single(EncounterRules.Of(Empty with { Type = type, HazardLevel = level }));
            Assert.Equal((EncounterKind.SectorHazard, 0, null), (met.Kind, met.Players.Length, met.Count));
            return (met.Hazard!, met.ThreatLevel);
        }));
    }

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("nebula")]
    [InlineData("")]
    public void OtherType_IsNoHazard_HoweverHighItsLevel(string type) => Assert.Empty(EncounterRules.Of(Empty with { Type = type, HazardLevel = 10 }));

    [Theory]
    [InlineData(1, ThreatLevel.Low)]
    [InlineData(9, ThreatLevel.Low)]
    [InlineData(10, ThreatLevel.Medium)]
    [InlineData(500, ThreatLevel.Medium)]
    public void Drones_AreMediumFromTen(int drones, ThreatLevel threat)
    {
        var met = Assert.Single(EncounterRules.Of(Empty with { DefenseDrones = drones }));

        Assert.Equal((EncounterKind.Drones, threat, drones, 0), (met.Kind, met.ThreatLevel, met.Count!.Value, met.Players.Length));
    }

    [Fact]
    public void All_ComeInTheSpecificationsOrder() => Assert.Equal(
        [EncounterKind.Players, EncounterKind.SectorHazard, EncounterKind.Drones],
        EncounterRules.Of(new("NEBULA", 8, 3, [Given.Entry("bob")])).Select(met => met.Kind));
}
