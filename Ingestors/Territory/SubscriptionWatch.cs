namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// When to subscribe, to verify and to give a connection up. The service has been seen to change a subscription
/// mid-connection, so it is asked for again every five minutes, which it answers with what is subscribed.
/// </summary>
/// <param name="SendAt">When to subscribe next; null while an echo is awaited, or without a connection.</param>
/// <param name="AwaitedSince">When the unanswered subscription was sent.</param>
/// <param name="Differences">Echoes in a row that differed.</param>
internal sealed record SubscriptionWatch(DateTimeOffset? SendAt, DateTimeOffset? AwaitedSince, int Differences)
{
    public static readonly TimeSpan VerifyInterval = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan EchoPatience = TimeSpan.FromSeconds(30);

    private const int DifferencesBeforeReconnect = 3;

    public static SubscriptionWatch Disconnected { get; } = new(null, null, 0);

    public static SubscriptionWatch Connected(DateTimeOffset now) => new(now, null, 0);

    public SubscriptionWatch Sent(DateTimeOffset now) => this with { SendAt = null, AwaitedSince = now };

    /// <summary>After an echo: right, and the next one verifies; wrong, and it is renewed, ever more patiently.</summary>
    public SubscriptionWatch Echoed(bool isRight, DateTimeOffset now) => isRight
        ? new(now + VerifyInterval, null, 0)
        : new(now + (Differences == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(1 << Math.Min(Differences, 5))), null, Differences + 1);

    public bool IsDue(DateTimeOffset now) => SendAt is { } at && at <= now;

    /// <summary>True where the connection does not do what it is asked for.</summary>
    public bool IsHopeless(DateTimeOffset now) =>
        Differences > DifferencesBeforeReconnect || (AwaitedSince is { } since && now - since >= EchoPatience);
}
