using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>One test at a time: they share what NetMQConfig holds for the process.</summary>
[CollectionDefinition(Name)]
public sealed class NetMQGroup
{
    public const string Name = "NetMQ";
}
