namespace OrleansGameState.Gateway.Http;

/// <summary>What queries mean, for documentation.</summary>
internal static class QueryTexts
{
    public const string At = "An instant, such as 2026-05-01T12:00:00Z; the state then, after the last event committed at it or before. Now where left out.";
    public const string After = "Events after this sequence; 0 where left out.";
    public const string Limit = "1 to 1000; 100 where left out.";
    public const string From = "Only events committed at this instant or later.";
    public const string To = "Only events committed before this instant.";
    public const string Resume = "Resumes after this sequence.";
}
