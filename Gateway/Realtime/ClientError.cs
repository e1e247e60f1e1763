namespace OrleansGameState.Gateway.Realtime;

/// <summary>What was wrong with a client's message.</summary>
/// <param name="Code">Stable, in kebab case.</param>
/// <param name="Field">The field that was wrong; empty where it is the message as a whole.</param>
/// <param name="Message">For people.</param>
internal sealed record ClientError(string Code, string Field, string Message);
