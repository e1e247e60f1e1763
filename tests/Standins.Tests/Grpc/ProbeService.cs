using Grpc.Core;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>The served side of the tests; the text of a request says how to behave.</summary>
internal sealed class ProbeService : Probe.ProbeBase
{
    /// <summary>Completes when a call that was told to hang saw its cancellation.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SeenCall? LastCall { get; private set; }

    public override async Task<ProbeReply> Echo(ProbeRequest request, ServerCallContext context)
    {
        LastCall = SeenCall.From(context);
        switch (request.Text)
        {
            case "hang":
                await Hang(context.CancellationToken);
                break;
            case "refuse":
                throw new RpcException(
                    new Status(StatusCode.FailedPrecondition, "not now: é%"),
                    new Metadata { { "reason", "closed" }, { "detail-bin", [0, 1, 255] } });
            case "fault":
                throw new InvalidOperationException("a bug");
            case "status":
                context.Status = new Status(StatusCode.Aborted, "set on the context");
                break;
            case "metadata":
                await Reflect(context);
                break;
        }

        return new ProbeReply { Text = request.Text, Number = request.Number };
    }

    public override async Task Count(ProbeRequest request, IServerStreamWriter<ProbeReply> responseStream, ServerCallContext context)
    {
        for (var n = 1; n <= request.Number; n++)
        {
            await responseStream.WriteAsync(new ProbeReply { Number = n }, context.CancellationToken);
        }

        if (request.Text == "hang")
        {
            await Hang(context.CancellationToken);
        }

        context.ResponseTrailers.Add("counted", $"{request.Number}");
        if (request.Text == "refuse")
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, "no more"));
        }
    }

    public override async Task<ProbeReply> Sum(IAsyncStreamReader<ProbeRequest> requestStream, ServerCallContext context)
    {
        var sum = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            sum += request.Number;
        }

        return new ProbeReply { Number = sum };
    }

    public override async Task Chat(IAsyncStreamReader<ProbeRequest> requestStream, IServerStreamWriter<ProbeReply> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext())
        {
            var request = requestStream.Current;
            await responseStream.WriteAsync(new ProbeReply { Text = request.Text.ToUpperInvariant(), Number = request.Number });
        }
    }

    private static async Task Reflect(ServerCallContext context)
    {
        var headers = new Metadata();
        foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }

        await context.WriteResponseHeadersAsync(headers);
    }

    private async Task Hang(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Cancelled.TrySetResult();
        }
    }
}
