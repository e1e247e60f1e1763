namespace OrleansGameState.Ingestors.Replay;

/// <summary>The section <c>Ingestors:Replay</c>.</summary>
internal sealed class ReplayOptions
{
    public const string Section = "Ingestors:Replay";

    /// <summary>Recordings, merged by time; names may hold * and ?. Where there are any, they are replayed instead of a live feed.</summary>
    public string[]? Files { get; set; }

    /// <summary>1 keeps the recording's pace, 2 doubles it, 0 is as fast as possible; up to 1,000.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Begin anew at the end. The bundled recording always does.</summary>
    public bool Loop { get; set; }

    /// <summary>Move the recording's times to now, anew on each loop.</summary>
    public bool Rebase { get; set; } = true;
}
