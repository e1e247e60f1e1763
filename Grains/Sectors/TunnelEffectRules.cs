using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What happens on the way through a tunnel. Pure but for the dice.</summary>
internal static class TunnelEffectRules
{
    private const double Steady = 0.7;
    private const double Radiating = 0.5;
    private const double RadiatingMuch = 0.3;

    /// <param name="tunnel">The tunnel.</param>
    /// <param name="usesLeft">Uses that are left after the passage; null where there is no limit.</param>
    /// <param name="options">The chances.</param>
    /// <param name="dice">Whether they come true.</param>
    public static ImmutableArray<TunnelEffect> Of(TunnelChart tunnel, int? usesLeft, SectorOptions options, Dice dice)
    {
        if (tunnel.Stability >= Steady && usesLeft is null or > WarpTunnelRules.FewUses)
        {
            return [];
        }

        var effects = ImmutableArray.CreateBuilder<TunnelEffect>();
        if (tunnel.Stability < Radiating && dice.Falls(options.RadiationChance))
        {
            effects.Add(new(TunnelEffectKind.RadiationExposure, tunnel.Stability < RadiatingMuch ? ThreatLevel.High : ThreatLevel.Medium));
        }

        if (tunnel.Stability < Steady && tunnel.Type is "QUANTUM" or "UNSTABLE" && dice.Falls(options.AnomalyChance))
        {
            effects.Add(new(TunnelEffectKind.SpacetimeAnomaly, null));
        }

        if (usesLeft <= WarpTunnelRules.FewUses)
        {
            effects.Add(new(TunnelEffectKind.TunnelDegradation, null));
        }

        if (usesLeft == 0)
        {
            effects.Add(new(TunnelEffectKind.TunnelCollapse, null));
        }

        return effects.DrainToImmutable();
    }
}
