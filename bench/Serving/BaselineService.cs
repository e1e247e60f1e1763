using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;

namespace OrleansGameState.Bench.Serving;

internal sealed class BaselineService : Baseline.BaselineBase
{
    private static readonly EmptyReply Nothing = new();
    private static readonly ConcurrentDictionary<int, BytesReply> Replies = new();

    public override Task<EmptyReply> Empty(EmptyRequest request, ServerCallContext context) => Task.FromResult(Nothing);

    public override Task<BytesReply> Bytes(BytesRequest request, ServerCallContext context) =>
        Task.FromResult(Replies.GetOrAdd(request.Size, size => new() { Content = ByteString.CopyFrom(new byte[size]) }));
}
