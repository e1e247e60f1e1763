namespace OrleansGameState.Grains.StarSystems;

/// <summary>Settings under <c>Galaxy</c>.</summary>
public sealed class GalaxyOptions
{
    public const string Section = "Galaxy";

    /// <summary>How long after its start a tick may still reach systems, in hours; 2 to 12.</summary>
    public double SettleHours { get; set; } = 8;

    /// <summary>How long after a tick's start there is no second one, in hours; 6 to 20, and not less than <see cref="SettleHours"/>.</summary>
    public double MinimumHours { get; set; } = 12;

    /// <summary>How much earlier than it was called a late message may show a tick to have started, in minutes; 1 to 120.</summary>
    public double SlackMinutes { get; set; } = 30;

    /// <summary>The confidence that a tick is called with, doubtful at first; 0.8 to 0.9999.</summary>
    public double DoubtfulConfidence { get; set; } = 0.9;

    /// <summary>The confidence that confirms a tick; at least <see cref="DoubtfulConfidence"/> and below 1.</summary>
    public double ConfirmedConfidence { get; set; } = 0.999;

    /// <summary>Systems that a tick must have reached before it is called; 3 to 50.</summary>
    public int LeastSystems { get; set; } = 5;

    /// <summary>How long a doubtful tick waits to be borne out while feeds are heard, in hours; 0.5 to 12.</summary>
    public double BorneOutHours { get; set; } = 2;

    /// <summary>After how many hours without a tick one is overdue; 24 to 168.</summary>
    public double OverdueHours { get; set; } = 26;

    public TimeSpan Settle => TimeSpan.FromHours(SettleHours);

    public TimeSpan Minimum => TimeSpan.FromHours(MinimumHours);

    public TimeSpan Slack => TimeSpan.FromMinutes(SlackMinutes);

    public TimeSpan BorneOut => TimeSpan.FromHours(BorneOutHours);

    public TimeSpan Overdue => TimeSpan.FromHours(OverdueHours);
}
