using Grpc.Core;
using Xunit;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>How calls end other than well.</summary>
public sealed class StatusTests
{
    [Fact]
    public void Status_AsText_NamesCodeDetailAndCause()
    {
        Assert.Equal("Status(StatusCode=\"NotFound\", Detail=\"no zone\")", new Status(StatusCode.NotFound, "no zone").ToString());
        Assert.Equal(
            "Status(StatusCode=\"Internal\", Detail=\"bug\", DebugException=\"System.InvalidOperationException: why\")",
            new Status(StatusCode.Internal, "bug", new InvalidOperationException("why")).ToString());
        Assert.Equal((StatusCode.OK, ""), (Status.DefaultSuccess.StatusCode, Status.DefaultSuccess.Detail));
        Assert.Equal(StatusCode.Cancelled, Status.DefaultCancelled.StatusCode);
        Assert.Equal(16, (int)StatusCode.Unauthenticated);
    }

    [Fact]
    public void RpcException_CarriesStatusAndTrailers()
    {
        var cause = new InvalidOperationException();
        var status = new Status(StatusCode.Aborted, "lost", cause);

        Assert.Equal(status.ToString(), new RpcException(status).Message);
        Assert.Equal("said so", new RpcException(status, "said so").Message);
        Assert.Same(cause, new RpcException(status).InnerException);
        Assert.Same(Metadata.Empty, new RpcException(status).Trailers);
        Assert.Equal(StatusCode.Aborted, new RpcException(status).StatusCode);
        Assert.Throws<ArgumentNullException>(() => new RpcException(status, (Metadata)null!));
    }

    [Fact]
    public async Task Refusal_OverTheWire_KeepsCodeDetailAndTrailers()
    {
        await using var server = await ProbeServer.Start();

        var refusal = await Refusal(server, "refuse");

        Assert.Equal((StatusCode.FailedPrecondition, "not now: é%"), (refusal.StatusCode, refusal.Status.Detail));
        Assert.Equal("closed", refusal.Trailers.GetValue("reason"));
        Assert.Equal([0, 1, 255], refusal.Trailers.GetValueBytes("detail-bin"));
    }

    [Fact]
    public async Task Fault_OverTheWire_IsUnknownAndTellsNothing()
    {
        await using var server = await ProbeServer.Start();

        var fault = await Refusal(server, "fault");

        Assert.Equal(StatusCode.Unknown, fault.StatusCode);
        Assert.DoesNotContain("a bug", fault.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusOfTheContext_EndsTheCall()
    {
        await using var server = await ProbeServer.Start();

        var ended = await Refusal(server, "status");

        Assert.Equal((StatusCode.Aborted, "set on the context"), (ended.StatusCode, ended.Status.Detail));
    }

    [Fact]
    public async Task Unserved_IsUnimplementedOrUnavailable()
    {
        await using var server = await ProbeServer.Start();
        var unknown = new Method<string, string>(
            MethodType.Unary, "probe.v1.Probe", "Missing", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var invoker = server.Channel.CreateCallInvoker();

        var missing = await Assert.ThrowsAsync<RpcException>(
            () => invoker.AsyncUnaryCall(unknown, null, new CallOptions(), "").ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, missing.StatusCode);

        await server.DisposeAsync();
        using var nowhere = global::Grpc.Net.Client.GrpcChannel.ForAddress(server.Address);
        var gone = await Assert.ThrowsAsync<RpcException>(
            () => new Probe.ProbeClient(nowhere).EchoAsync(new ProbeRequest()).ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, gone.StatusCode);
        Assert.NotNull(gone.Status.DebugException);
    }

    private static Task<RpcException> Refusal(ProbeServer server, string text) =>
        Assert.ThrowsAsync<RpcException>(() => server.Client.EchoAsync(new ProbeRequest { Text = text }).ResponseAsync);
}
