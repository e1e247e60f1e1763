using System.Buffers;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Gateway.Territory;

/// <summary>
/// GetZone once more, with bytes that are made once for each committed state: a message is serialised anew by every call
/// that answers with it, which costs several times the rest of the call.
/// </summary>
internal sealed class ReadyZones : IServiceMethodProvider<TerritoryRpc>
{
    private static readonly Method<GetZoneRequest, byte[]> Method = new(
        MethodType.Unary,
        TerritoryService.Descriptor.FullName,
        "GetZone",
        new Marshaller<GetZoneRequest>(static (_, _) => throw new NotSupportedException(), static context => GetZoneRequest.Parser.ParseFrom(context.PayloadAsReadOnlySequence())),
        new Marshaller<byte[]>(Write, static _ => throw new NotSupportedException()));

    /// <summary>Marks the endpoint, so that it can be put before the generated one of the same path.</summary>
    public static object Mark { get; } = new();

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TerritoryRpc> context) => context.AddUnaryMethod(
        Method,
        [Mark],
        static (service, request, call) => service.GetReadyZone(request, call));

    private static void Write(byte[] bytes, SerializationContext context)
    {
        context.SetPayloadLength(bytes.Length);
        context.GetBufferWriter().Write(bytes);
        context.Complete();
    }
}
