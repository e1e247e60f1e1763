namespace Orleans.Runtime;

/// <summary>A timer of an activation; it ends with it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Changes when it fires next and how often.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
