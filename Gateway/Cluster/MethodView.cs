namespace OrleansGameState.Gateway.Cluster;

/// <summary>A method's calls in the last minute, on all silos; times in milliseconds.</summary>
/// <param name="Grain">The grain's class.</param>
/// <param name="Method">The method.</param>
/// <param name="Calls">How many ended; about, where there were very many.</param>
/// <param name="Failures">How many of them with an exception.</param>
/// <param name="Mean">On average.</param>
/// <param name="P99">99 of 100 took no longer, on the silo where that is most.</param>
/// <param name="Max">The longest.</param>
internal sealed record MethodView(string Grain, string Method, long Calls, long Failures, double Mean, double P99, double Max);
