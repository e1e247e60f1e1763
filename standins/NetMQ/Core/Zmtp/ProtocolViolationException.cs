namespace NetMQ.Core.Zmtp;

/// <summary>The peer said something that ends its connection.</summary>
internal sealed class ProtocolViolationException(string message) : Exception(message);
