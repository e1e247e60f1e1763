using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>What an invented player does next: mostly go on, at times rest at a port or a planet, now and then leave the game.</summary>
internal static class DemoWalk
{
    private const double Move = 0.72;
    private const double Dock = 0.12;
    private const double Land = 0.08;
    private const double LogOut = 0.03;
    private const double Depart = 0.5;
    private const double Return = 0.4;

    private const int FewTurns = 20;
    private const int ManyTurns = 1000;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(24);

    /// <summary>How long until the player does something again.</summary>
    public static TimeSpan Pause(Random random) => Shortest + ((Longest - Shortest) * random.NextDouble());

    /// <summary>What a player does who is there; <see langword="null"/> where they leave things as they are.</summary>
    /// <param name="player">The player's record.</param>
    /// <param name="sequence">Its sequence; a move is called by it, so that no two share an id.</param>
    /// <param name="chart">The sector they are in; null where no map has it.</param>
    /// <param name="cameFrom">Where they were before: they do not turn back where there is another way.</param>
    /// <param name="random">Chance.</param>
    public static DemoAct? Next(PlayerState player, long sequence, SectorChart? chart, string? cameFrom, Random random)
    {
        if (player.Profile is null || !player.IsActive || !player.IsPresent)
        {
            return player.Profile is not null && random.NextDouble() < Return ? new DemoAct(new LogIn(player.Profile, null, null, null), null) : default(DemoAct?);
        }

        if (player.Turns < FewTurns)
        {
            return new LogIn(player.Profile, null, ManyTurns, null);
        }

        return player switch
        {
            { IsDocked: true } => random.NextDouble() < Depart ? new Undock() : new Heartbeat(),
            { IsLanded: true } => random.NextDouble() < Depart ? new TakeOff() : new Heartbeat(),
            _ => Under(random.NextDouble(), sequence, chart, cameFrom, random),
        };
    }

    private static DemoAct Under(double chance, long sequence, SectorChart? chart, string? cameFrom, Random random)
    {
        if (chance < LogOut)
        {
            return new LogOut();
        }

        return chart switch
        {
            { Ports: [_, ..] ports } when chance < LogOut + Dock => new Dock(Any(ports, random).Id),
            { Planets: [_, ..] planets } when chance > 1 - Land => new Land(Any(planets, random).Id),
            not null when chance < LogOut + Dock + Move && Way(chart, cameFrom, random) is { } to => new MovePlayer($"demo-{sequence}", to, null),
            _ => new Heartbeat(),
        };
    }

    private static string? Way(SectorChart chart, string? cameFrom, Random random)
    {
        var ways = chart.Links.Concat(chart.Tunnels).Select(way => way.To).Distinct(StringComparer.Ordinal).ToArray();
        var onward = ways.Where(way => way != cameFrom).ToArray();
        return onward.Length > 0 ? Any(onward, random) : ways.FirstOrDefault();
    }

    private static T Any<T>(IReadOnlyList<T> of, Random random) => of[random.Next(of.Count)];
}
