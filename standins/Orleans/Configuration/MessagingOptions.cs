namespace Orleans.Configuration;

/// <summary>How calls are made.</summary>
public abstract class MessagingOptions
{
    /// <summary>How long a caller waits for an answer; 30 seconds by default.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
