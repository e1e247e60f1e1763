using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Serving;

/// <summary>HTTP/1.1 and HTTP/2 without TLS, both on loopback.</summary>
internal readonly record struct Ports(int Http, int Grpc)
{
    public static Ports Free() => new(FreePort.Next(), FreePort.Next());
}
