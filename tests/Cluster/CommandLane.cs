using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Cluster;

/// <summary>
/// Takes one facility back and forth, a command after the other, as an ingestor would: repeated until it is acknowledged.
/// Each command bears an outfit of its own, by which its event is found again.
/// </summary>
internal sealed class CommandLane(ClusterZone zone, int facility, int number, IGrainFactory grains, GrainCalls calls)
{
    // Numbers of one lane are apart from those of every other.
    private const long Span = 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly DateTimeOffset Beginning = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int _sent;

    public ClusterZone Zone => zone;

    public Stretch Stretch { get; private set; } = new($"commands of {zone}");

    /// <summary>The outfits of what was acknowledged.</summary>
    public List<long> Acknowledged { get; } = [];

    /// <summary>What should not have been answered.</summary>
    public List<string> Wrong { get; } = [];

    public async Task Run(CancellationToken stopping)
    {
        Stretch = new(Stretch.What);
        while (!stopping.IsCancellationRequested)
        {
            // Once it is sent it is seen through: what is in the air at the end would be neither one nor the other.
            await SendNext();
            Stretch.Answered();
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task SendNext()
    {
        _sent++;
        var outfit = (number * Span) + _sent;
        var (from, to) = _sent % 2 == 0 ? (Faction.VanuSovereignty, Faction.NewConglomerate) : (Faction.NewConglomerate, Faction.VanuSovereignty);
        var command = new ReportFacilityControl(facility, from, to, 60, outfit, Beginning.AddSeconds(_sent));
        var result = await calls.Invoke(zone.Key, () => grains.GetGrain<IZoneGrain>(zone.Key).Execute(command), CancellationToken.None);
        if (result is null || result.Rejections.Any(rejection => rejection.Code != "duplicate"))
        {
            Wrong.Add($"{zone}, outfit {outfit}: {result?.Rejections[0].ToString() ?? "given up"}");
        }
        else
        {
            Acknowledged.Add(outfit);
        }
    }
}
