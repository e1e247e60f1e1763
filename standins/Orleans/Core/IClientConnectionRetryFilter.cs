namespace Orleans;

/// <summary>Decides whether a client that found no silo tries again.</summary>
public interface IClientConnectionRetryFilter
{
    /// <summary>True has it try again at once: who wants a pause makes it here.</summary>
    Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken);
}
