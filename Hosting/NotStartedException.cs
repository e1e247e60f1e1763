namespace OrleansGameState.Hosting;

/// <summary>What keeps the program from starting and somebody can cure: its message names the setting and the cure.</summary>
internal sealed class NotStartedException(string message, Exception? inner = null) : Exception(message, inner);
