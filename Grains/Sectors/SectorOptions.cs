namespace OrleansGameState.Grains.Sectors;

/// <summary>Settings under <c>Sectors</c>.</summary>
public sealed class SectorOptions
{
    public const string Section = "Sectors";

    private static readonly int[] UsualThresholds = [10, 50, 200, 1000, 5000];

    /// <summary>How often a tunnel of a stability under 0.5 exposes to radiation, 0 to 1.</summary>
    public double RadiationChance { get; set; } = 1;

    /// <summary>How often a QUANTUM or UNSTABLE tunnel of a stability under 0.7 shows an anomaly, 0 to 1.</summary>
    public double AnomalyChance { get; set; } = 0.05;

    /// <summary>Interactions at which ARIA comes to a further level, from 1 and rising, up to 100 of them; none for 10, 50, 200, 1000, 5000.</summary>
    /// <remarks>Empty until it is set: what is configured would be added to what stands here.</remarks>
    public int[] AriaThresholds { get; set; } = [];

    /// <summary>Turns that a player comes into a universe with, where neither the login nor the universe says; 0 to 1,000,000,000.</summary>
    public int StartingTurns { get; set; } = 1000;

    /// <summary>How long a player may be silent before they are swept, where the universe does not say, in minutes; 1 to 10,080.</summary>
    public int SessionMinutes { get; set; } = 30;

    /// <summary>How often a universe is swept, in seconds; 5 to 3,600.</summary>
    public int SweepSeconds { get; set; } = 60;

    /// <summary>Heartbeats that come sooner after the last activity are not kept, in seconds; 1 to 600.</summary>
    public int ActivitySeconds { get; set; } = 60;

    /// <summary>After how long a tunnel asks what became of a move that a use is reserved for, in seconds; 1 to 600.</summary>
    public int ReservationSeconds { get; set; } = 10;

    /// <summary>How long a move waits for what becomes of the last uses that others have reserved, in milliseconds; 0 to 10,000.</summary>
    public int ReservationWaitMilliseconds { get; set; } = 2000;

    /// <summary>A player's move waits for the sectors where they were not told of this many things yet, 2 to 1,000.</summary>
    public int UnsettledMoves { get; set; } = 8;

    public TimeSpan Session => TimeSpan.FromMinutes(SessionMinutes);

    public TimeSpan Sweep => TimeSpan.FromSeconds(SweepSeconds);

    public TimeSpan Activity => TimeSpan.FromSeconds(ActivitySeconds);

    public TimeSpan Reservation => TimeSpan.FromSeconds(ReservationSeconds);

    public TimeSpan ReservationWait => TimeSpan.FromMilliseconds(ReservationWaitMilliseconds);

    /// <summary><see cref="AriaThresholds"/> as they are in force.</summary>
    public IReadOnlyList<int> Thresholds => AriaThresholds.Length == 0 ? UsualThresholds : AriaThresholds;
}
