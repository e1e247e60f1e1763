namespace OrleansGameState.Grains.Tests.StarSystems.Simulation;

/// <summary>What the simulated galaxy is like. Times are in seconds.</summary>
internal sealed record GalaxySetting
{
    public int Days { get; init; } = 100;

    // The Tick Detector feed tells of about 7,000 system ticks a day.
    public int Systems { get; init; } = 7000;

    // EDDN carries 1.5 to 2.5 messages a second about populated systems, fewest while America and Europe sleep.
    public double MeanRate { get; init; } = 2;

    public double RateSwing { get; init; } = 0.25;

    // Visits spread by log-normal distribution: with 25 a day in the mean, the median system has three or four and the busiest one a minute.
    public double VisitSpread { get; init; } = 2;

    // The Tick Detector's glossary has conflicts and states calculated quickly, and the influence pass take hours.
    public double LeastStatePass { get; init; } = 45 * 60;

    public double MostStatePass { get; init; } = 90 * 60;

    // Share of systems whose active states change in a tick: of six or seven factions each third has a state, which lasts
    // about five days, so that some six systems in ten are left otherwise by a tick. The glossary's three examples have two.
    public double LeastChanged { get; init; } = 0.4;

    public double MostChanged { get; init; } = 0.65;

    // A tick begins this much earlier or later than 24 hours after the one before, by normal distribution, and at most twice this.
    public double Drift { get; init; } = 60 * 60;

    // One message in a hundred is junk, of five kinds alike: states that never were, states from before the tick (of a client
    // that lags), one that comes minutes to hours late, one that is so late that the feed refuses it, one that comes twice.
    public double FalseStates { get; init; } = 0.002;

    public double StaleStates { get; init; } = 0.002;

    public double Late { get; init; } = 0.002;

    public double TooLate { get; init; } = 0.002;

    public double Duplicates { get; init; } = 0.002;

    // Not junk, but not in order either: a message in twenty needs up to two minutes.
    public double Delayed { get; init; } = 0.05;

    // Share of days on which the feed is missing for one to four hours at any time, and for up to four over the tick's start.
    public double Outages { get; init; } = 0.15;

    public double OutagesAtTicks { get; init; } = 0.08;

    // How many times the usual traffic follows the weekly maintenance for half an hour, when everybody logs in again.
    public double Rush { get; init; } = 4;

    /// <summary>False for a galaxy that never ticks.</summary>
    public bool Ticks { get; init; } = true;

    /// <summary>Whether the galaxy learns how much the feed brings.</summary>
    public bool TellsTraffic { get; init; } = true;
}
