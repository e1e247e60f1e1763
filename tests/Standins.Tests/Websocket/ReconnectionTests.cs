using System.Net.WebSockets;
using Websocket.Client;
using Websocket.Client.Exceptions;
using Xunit;

namespace OrleansGameState.Standins.Tests.Websocket;

/// <summary>How a client gets from one connection to the next.</summary>
public sealed class ReconnectionTests
{
    [Fact]
    public async Task Drop_ReconnectsAsLost()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        Assert.Equal(ReconnectionType.Initial, await log.Connection());

        (await server.Next()).Drop();

        var end = await log.Disconnection();
        Assert.Equal(DisconnectionType.Lost, end.Type);
        Assert.NotNull(end.Exception);
        Assert.Equal(ReconnectionType.Lost, await log.Connection());
        await (await server.Next()).Push("on the second");
        Assert.Equal("on the second", (await log.Message()).Text);
    }

    [Fact]
    public async Task Drop_WithALostReconnectTimeout_WaitsThatLong()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url) { LostReconnectTimeout = TimeSpan.FromMilliseconds(700) };
        var log = new ClientLog(client);
        await client.Start();
        await log.Connection();
        var connection = await server.Next();
        var since = TimeProvider.System.GetTimestamp();

        connection.Drop();

        Assert.Equal(ReconnectionType.Lost, await log.Connection());
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.FromMilliseconds(650), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task CloseByServer_ReconnectsAsByServer()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        await log.Connection();

        await (await server.Next()).Close(WebSocketCloseStatus.EndpointUnavailable, "restart");

        var end = await log.Disconnection();
        Assert.Equal(DisconnectionType.ByServer, end.Type);
        Assert.Equal((WebSocketCloseStatus.EndpointUnavailable, "restart"), (end.CloseStatus, end.CloseStatusDescription));
        Assert.Equal(ReconnectionType.ByServer, await log.Connection());
        await server.Next();
        Assert.False(log.HasDisconnection);
        Assert.True(client.IsRunning);
    }

    [Fact]
    public async Task CloseByServer_WithReconnectionDisabled_Stops()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url) { IsReconnectionEnabled = false };
        var log = new ClientLog(client);
        await client.Start();

        await (await server.Next()).Close(WebSocketCloseStatus.NormalClosure, "done");

        Assert.Equal(DisconnectionType.ByServer, (await log.Disconnection()).Type);
        Assert.True(SpinWait.SpinUntil(() => !client.IsStarted, TimeSpan.FromSeconds(30)));
        Assert.False(client.IsRunning);
        await client.Start();
        await server.Next();
        Assert.Equal(ReconnectionType.Initial, await log.Connection());
        Assert.Equal(ReconnectionType.Initial, await log.Connection());
    }

    [Fact]
    public async Task Silence_LongerThanTheReconnectTimeout_Reconnects()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url) { ReconnectTimeout = TimeSpan.FromMilliseconds(500) };
        var log = new ClientLog(client);

        await client.Start();
        await server.Next();

        Assert.Equal(ReconnectionType.Initial, await log.Connection());
        Assert.Equal(DisconnectionType.NoMessageReceived, (await log.Disconnection()).Type);
        Assert.Equal(ReconnectionType.NoMessageReceived, await log.Connection());
        await server.Next();
    }

    [Fact]
    public async Task FailedConnection_IsTriedAgainAfterTheErrorTimeout()
    {
        await using var server = await PushServer.Start();
        server.Refuse(2);
        using var client = new WebsocketClient(server.Url) { ErrorReconnectTimeout = TimeSpan.FromMilliseconds(300) };
        var log = new ClientLog(client);
        var since = TimeProvider.System.GetTimestamp();

        await client.Start();

        var first = await log.Disconnection();
        Assert.Equal(DisconnectionType.Error, first.Type);
        Assert.IsType<WebSocketException>(first.Exception);
        Assert.True(client.IsStarted);
        Assert.Equal(DisconnectionType.Error, (await log.Disconnection()).Type);
        Assert.Equal(ReconnectionType.Error, await log.Connection());
        Assert.InRange(TimeProvider.System.GetElapsedTime(since), TimeSpan.FromMilliseconds(550), TimeSpan.FromSeconds(20));
        Assert.True(client.IsRunning);
    }

    [Fact]
    public async Task FailedConnection_WhenAnObserverCancels_IsNotTriedAgain()
    {
        await using var server = await PushServer.Start();
        server.Refuse(1);
        using var client = new WebsocketClient(server.Url) { ErrorReconnectTimeout = TimeSpan.FromMilliseconds(1) };
        client.DisconnectionHappened.Subscribe(info => info.CancelReconnection = true);
        var log = new ClientLog(client);

        await client.Start();
        Assert.Equal(DisconnectionType.Error, (await log.Disconnection()).Type);
        await client.Reconnect();

        Assert.Equal(DisconnectionType.ByUser, (await log.Disconnection()).Type);
        Assert.False(client.IsRunning);
        Assert.False(client.IsStarted);
    }

    [Fact]
    public async Task StartOrFail_WhenRefused_ThrowsYetCountsAsStarted()
    {
        await using var server = await PushServer.Start();
        server.Refuse(1);
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);

        var failure = await Assert.ThrowsAsync<WebsocketException>(client.StartOrFail);

        Assert.IsType<WebSocketException>(failure.InnerException);
        Assert.Equal(DisconnectionType.Error, (await log.Disconnection()).Type);
        Assert.True(client.IsStarted);
        Assert.False(client.IsRunning);
        await client.ReconnectOrFail();
        Assert.Equal(ReconnectionType.ByUser, await log.Connection());
    }

    [Fact]
    public async Task Reconnect_WhenConnected_MakesANewConnection()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        await log.Connection();
        var first = await server.Next();

        await client.Reconnect();

        await first.Ended.InTime();
        Assert.Equal(DisconnectionType.ByUser, (await log.Disconnection()).Type);
        Assert.Equal(ReconnectionType.ByUser, await log.Connection());
        var second = await server.Next();
        client.Send("hello");
        Assert.Equal("hello", (await second.Receive()).Text);
    }

    [Fact]
    public async Task Reconnect_WhenNotStarted_DoesNothing()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);

        await client.Reconnect();

        Assert.False(client.IsStarted);
        Assert.False(log.HasDisconnection);
    }

    [Fact]
    public async Task ConnectTimeout_WhenTheServerIsMute_EndsTheAttempt()
    {
        using var mute = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        mute.Start();
        using var client = new WebsocketClient(new Uri($"ws://{mute.LocalEndpoint}/"))
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(300),
            ErrorReconnectTimeout = null,
        };
        var log = new ClientLog(client);

        await client.Start().InTime();

        var end = await log.Disconnection();
        Assert.Equal(DisconnectionType.Error, end.Type);
        Assert.IsAssignableFrom<OperationCanceledException>(end.Exception);
    }
}
