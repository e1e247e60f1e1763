using System.Collections.Immutable;
using System.Globalization;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>Who the invented players are.</summary>
internal static class DemoCrew
{
    private static readonly ImmutableArray<string> Names =
    [
        "Captain Foo", "Ada Quill", "Bram Tallow", "Ceres Vane", "Doric Ash", "Elin Marsh", "Fenn Orlo", "Greta Lumen", "Hale Wick", "Ines Carrow", "Jory Flint", "Kestrel Roe", "Lio Amberly",
        "Maud Sconce", "Nils Ember", "Oona Prism", "Pell Grimshaw", "Quin Hollow", "Rook Tansy", "Sable Ives", "Tamsin Glow", "Ulf Cinder", "Vesper Lane", "Wren Dusk", "Yara Beck",
    ];

    private static readonly ImmutableArray<string> Ships =
    [
        "Quickstrike", "Lantern Moth", "Second Candle", "Paper Moon", "Grey Heron", "Tinderbox", "Long Evening", "Brass Thimble", "Hopeful", "Salt & Wick", "Dust Devil", "Firebrand", "Low Tide",
        "Spare Change", "Night Shift", "Polaris Ditty", "Wax Wing", "Slow Burn", "Half Penny", "Ghost Light", "Green Flash", "Coal Scuttle", "Evensong", "Corner Lamp", "Yellow Jack",
    ];

    private static readonly ImmutableArray<string> ShipTypes = ["FAST_COURIER", "SCOUT_SHIP", "LIGHT_FREIGHTER", "CARGO_HAULER", "DEFENDER", "FAST_COURIER"];

    private static readonly ImmutableArray<string?> Teams = ["trimmers", "wreckers", null, "lamplighters", null];

    /// <summary>The id of the player of that number, from 0.</summary>
    public static string IdOf(int number) => $"demo-{Numbered(number)}";

    public static PlayerProfile ProfileOf(int number) => new(
        number < Names.Length ? Names[number] : $"{Names[number % Names.Length]} {(number / Names.Length) + 1}",
        Teams[number % Teams.Length],
        new($"demo-ship-{Numbered(number)}", Ships[number % Ships.Length], ShipTypes[number % ShipTypes.Length]));

    private static string Numbered(int number) => (number + 1).ToString("00", CultureInfo.InvariantCulture);
}
