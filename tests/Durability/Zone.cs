using OrleansGameState.Durability.Silo;

namespace OrleansGameState.Durability;

/// <summary>A zone that is fought over: two warpgates, of which the first changes hands so that the zone locks and unlocks, and outposts.</summary>
internal sealed record Zone(int World, uint Id)
{
    public const int ContestedWarpgate = 1;
    private const int HeldWarpgate = 2;

    /// <summary>The outposts' facility ids.</summary>
    public static readonly int[] Outposts = [3, 4];

    public string Path => $"/api/v1/territory/worlds/{World}/zones/{Id}";

    public string Topic => $"territory/{World}/{Id}";

    /// <summary>Has it know its map and who holds the second warpgate.</summary>
    public async Task Settle(CommandLink commands)
    {
        var known = await commands.Ask(new(0, World, Id, HeldWarpgate + Outposts.Length, 0, 0, 0, 0, default));
        var held = await commands.Ask(new(0, World, Id, 0, HeldWarpgate, 0, 1, 0, Lane.Beginning));
        Assert.True(known.Failure is null && held.Failure is null, $"{known}\n{held}");
    }

    /// <summary>Zones over two worlds.</summary>
    public static Zone[] Many(int count) => [.. Enumerable.Range(0, count).Select(index => new Zone(index % 2 == 0 ? 10 : 13, (uint)(2 + (index / 2))))];

    internal Command Capture(int facility, long outfit, bool toFirst, DateTimeOffset at) =>
        new(0, World, Id, 0, facility, toFirst ? 2 : 1, toFirst ? 1 : 2, outfit, at);
}
