using Grpc.Core;
using Xunit;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>Calls of each kind between the official server and client, over a real socket.</summary>
public sealed class CallTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Unary_WhenAwaited_GivesTheReplyStatusAndTrailers()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.EchoAsync(new ProbeRequest { Text = "hello", Number = 7 });
        var reply = await call;

        Assert.Equal(("hello", 7), (reply.Text, reply.Number));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Empty(call.GetTrailers());
        Assert.Same(reply, await call.ResponseAsync);
        Assert.Same(reply, await call.ConfigureAwait(false));
    }

    [Fact]
    public async Task Unary_WhenBlocking_GivesTheReply()
    {
        await using var server = await ProbeServer.Start();

        Assert.Equal("hello", server.Client.Echo(new ProbeRequest { Text = "hello" }).Text);
    }

    [Fact]
    public async Task Unary_BeforeItEnded_HasNoStatus()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.EchoAsync(new ProbeRequest { Text = "hang" });

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
    }

    [Fact]
    public async Task ServerStreaming_WhenReadToItsEnd_GivesEveryMessageThenTrailers()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.Count(new ProbeRequest { Number = 100 });
        var numbers = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
        {
            numbers.Add(reply.Number);
        }

        Assert.Equal(Enumerable.Range(1, 100), numbers);
        Assert.Equal("100", call.GetTrailers().GetValue("counted"));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ServerStreaming_WhenRefusedMidway_GivesWhatCameThenTheStatus()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.Count(new ProbeRequest { Text = "refuse", Number = 2 });

        Assert.True(await call.ResponseStream.MoveNext());
        Assert.True(await call.ResponseStream.MoveNext());
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal((StatusCode.ResourceExhausted, "no more"), (refusal.StatusCode, refusal.Status.Detail));
        Assert.Equal("2", refusal.Trailers.GetValue("counted"));
    }

    [Fact]
    public async Task ClientStreaming_WhenCompleted_GivesOneReply()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.Sum();
        foreach (var n in Enumerable.Range(1, 10))
        {
            await call.RequestStream.WriteAsync(new ProbeRequest { Number = n });
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal(55, (await call).Number);
    }

    [Fact]
    public async Task Duplex_WhenWrittenAndReadInTurn_AnswersEach()
    {
        await using var server = await ProbeServer.Start();

        using var call = server.Client.Chat();
        foreach (var text in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(new ProbeRequest { Text = text });
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
            Assert.Equal(text.ToUpperInvariant(), call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Deadline_WhenPassed_EndsTheCallOnBothSides()
    {
        await using var server = await ProbeServer.Start();
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);

        var late = await Assert.ThrowsAsync<RpcException>(
            () => server.Client.EchoAsync(new ProbeRequest { Text = "hang" }, deadline: deadline).ResponseAsync);

        Assert.Equal(StatusCode.DeadlineExceeded, late.StatusCode);
        await server.Service.Cancelled.Task.WaitAsync(Safety);
    }

    [Fact]
    public async Task Deadline_WhenSet_IsSeenByTheServiceInUtc()
    {
        await using var server = await ProbeServer.Start();
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5);

        await server.Client.EchoAsync(new ProbeRequest(), new CallOptions().WithDeadline(deadline));
        Assert.InRange(server.Service.LastCall!.Deadline, deadline.AddSeconds(-30), deadline.AddSeconds(30));
        Assert.Equal(DateTimeKind.Utc, server.Service.LastCall.Deadline.Kind);

        await server.Client.EchoAsync(new ProbeRequest());
        Assert.Equal(DateTime.MaxValue, server.Service.LastCall.Deadline);
    }

    [Fact]
    public async Task Cancellation_OfAStream_ReachesTheService()
    {
        await using var server = await ProbeServer.Start();
        using var stop = new CancellationTokenSource();

        using var call = server.Client.Count(new ProbeRequest { Text = "hang", Number = 1 }, cancellationToken: stop.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        await stop.CancelAsync();

        var cancelled = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, cancelled.StatusCode);
        await server.Service.Cancelled.Task.WaitAsync(Safety);
    }

    [Fact]
    public async Task Dispose_OfAnUnfinishedCall_CancelsIt()
    {
        await using var server = await ProbeServer.Start();

        var call = server.Client.Count(new ProbeRequest { Text = "hang", Number = 1 });
        Assert.True(await call.ResponseStream.MoveNext());
        call.Dispose();

        await server.Service.Cancelled.Task.WaitAsync(Safety);
    }

    [Fact]
    public async Task Call_SeesItsMethodPeerAndHost()
    {
        await using var server = await ProbeServer.Start();

        await server.Client.EchoAsync(new ProbeRequest());

        var seen = server.Service.LastCall!;
        Assert.Equal("/probe.v1.Probe/Echo", seen.Method);
        Assert.StartsWith("ipv4:127.0.0.1:", seen.Peer, StringComparison.Ordinal);
        Assert.Equal(new Uri(server.Address).Authority, seen.Host);
        Assert.False(seen.IsAuthenticated);
    }
}
