using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors.Model;

/// <summary>The universe as it ought to be: dictionaries, and one thing after the other.</summary>
/// <param name="Players">By name.</param>
/// <param name="Uses">Of the tunnels out of the start, by where they lead.</param>
/// <param name="Now">Seconds since the beginning.</param>
/// <param name="Steps">How many there were.</param>
/// <param name="Said">What the last step answers.</param>
internal sealed record UniverseModel(
    ImmutableSortedDictionary<string, ModelPlayer> Players, ImmutableSortedDictionary<string, int> Uses, int Now, int Steps, string Said)
{
    private const int SignsOfLife = 60;

    private static readonly int Silence = (int)SectorWorld.Session.TotalSeconds + SignsOfLife;

    public static readonly UniverseModel Empty = new(
        ImmutableSortedDictionary<string, ModelPlayer>.Empty, ImmutableSortedDictionary<string, int>.Empty, 0, 0, "");

    public ModelPlayer this[string player] => Players.GetValueOrDefault(player, ModelPlayer.Unborn);

    /// <summary>Who is where, in order.</summary>
    public IEnumerable<string> Presence => Players.Where(player => player.Value.IsPresent).Select(player => $"{player.Key} in {player.Value.Sector}");

    public UniverseModel LogIn(string name) => this[name] switch
    {
        { IsBorn: false } => With(name, new(SectorWorld.Start, true, true, SectorWorld.Turns, 0, Now, []), ""),
        { IsActive: false } player => With(name, player with { IsPresent = true, IsActive = true, SeenAt = Now }, ""),
        var player => With(name, Alive(player), ""),
    };

    public UniverseModel LogOut(string name) => this[name] switch
    {
        { IsBorn: false } => Refused("unknown-player"),
        { IsActive: false } => Refused(""),
        var player => With(name, player with { IsActive = false, SeenAt = Now }, ""),
    };

    public UniverseModel Heartbeat(string name) => this[name] switch
    {
        { IsBorn: false } => Refused("unknown-player"),
        { IsActive: false } => Refused("logged-out"),
        var player => With(name, Alive(player), ""),
    };

    public UniverseModel Teleport(string name, string from, string to) => this[name] switch
    {
        { IsBorn: false } => Refused("unknown-player"),
        { IsPresent: false } => Refused("not-present"),
        var player when player.Sector == to => Refused(""),
        var player when player.Sector != from => Refused("not-there"),
        _ when Charted(to) is null => Refused("unknown-sector"),
        var player => With(name, player with { Sector = to }, ""),
    };

    public UniverseModel Move(string name, string id, string to, MoveVia? via)
    {
        var player = this[name];
        if (player.Moves.Find(move => move.Id == id) is { } known)
        {
            return Refused(known.To == to && known.Via == via ? known.Answer : "move-id-reused");
        }

        if (!player.IsBorn || !player.IsActive || !player.IsPresent)
        {
            return Refused(!player.IsBorn ? "unknown-player" : !player.IsActive ? "logged-out" : "not-present");
        }

        var here = Charted(player.Sector)!;
        var link = via is MoveVia.Tunnel ? null : here.Links.FirstOrDefault(link => link.To == to);
        var tunnel = via is MoveVia.Warp || link is not null ? null : here.Tunnels.FirstOrDefault(link => link.To == to);
        var limit = tunnel is null ? null : SectorWorld.Draft.Tunnels.Single(tunnel => tunnel.Chart.To == to).Chart.MaxUses;
        var cost = (link ?? tunnel)?.TurnCost ?? 0;
        var refusal = Charted(to) is null ? "unknown-sector"
            : to == player.Sector ? "already-there"
            : link is null && tunnel is null ? "not-adjacent"
            : player.Turns < cost ? "no-turns"
            : limit <= Uses.GetValueOrDefault(to) ? "COLLAPSED"
            : null;
        if (refusal is not null)
        {
            return With(name, player with { Moves = player.Moves.Add(new(id, to, via, refusal)) }, refusal);
        }

        var uses = limit is null ? Uses : Uses.SetItem(to, Uses.GetValueOrDefault(to) + 1);
        var answer = $"{player.Sector} to {to}, {player.Turns - cost} turns left, ARIA {player.Interactions + 1}, {limit - uses.GetValueOrDefault(to)} uses left";
        return (this with { Uses = uses }).With(
            name,
            player with { Sector = to, Turns = player.Turns - cost, Interactions = player.Interactions + 1, SeenAt = Now, Moves = player.Moves.Add(new(id, to, via, answer)) },
            answer);
    }

    public UniverseModel Wait(int seconds) => Next("") with { Now = Now + seconds };

    public UniverseModel Sweep()
    {
        var silent = Players.Where(player => player.Value.IsPresent && player.Value.SeenAt + Silence < Now).ToArray();
        return silent.Aggregate(
            this with { Said = "", Steps = Steps + 1 },
            (model, player) => model with { Players = model.Players.SetItem(player.Key, player.Value with { IsPresent = false, IsActive = false }) })
            with { Said = $"{silent.Length} swept" };
    }

    /// <summary>All players who are active try to get to a sector at once, by warp: none of them minds the others.</summary>
    public UniverseModel Crowd(string id, string to)
    {
        var (model, said) = (this, new List<string>());
        foreach (var name in Players.Keys)
        {
            model = model.Move(name, id, to, MoveVia.Warp);
            said.Add(model.Said);
        }

        return model with { Said = string.Join("; ", said), Steps = Steps + 1 };
    }

    /// <summary>Two who are new race through a tunnel; the one who wins is called the first.</summary>
    public UniverseModel Race(string first, string second, string id, string to)
    {
        var won = LogIn(first).LogIn(second).Move(first, id, to, null);
        var lost = won.Move(second, id, to, null);
        return lost with { Said = $"{won.Said}; {lost.Said}", Steps = Steps + 1 };
    }

    /// <summary>What is told beside each step of a run that failed.</summary>
    public override string ToString() => $"[{Said}]";

    private static SectorChart? Charted(string sector) => SectorWorld.Draft.Sectors.FirstOrDefault(chart => chart.Id == sector);

    private ModelPlayer Alive(ModelPlayer player) => Now - player.SeenAt > SignsOfLife ? player with { SeenAt = Now } : player;

    private UniverseModel With(string name, ModelPlayer player, string said) => Next(said) with { Players = Players.SetItem(name, player) };

    private UniverseModel Refused(string said) => Next(said);

    private UniverseModel Next(string said) => this with { Steps = Steps + 1, Said = said };
}
