using System.Net.WebSockets;
using System.Text;
using Websocket.Client;
using Websocket.Client.Exceptions;
using Xunit;

namespace OrleansGameState.Standins.Tests.Websocket;

/// <summary>Messages either way, starting and stopping, against a real server.</summary>
public sealed class WebsocketClientTests
{
    [Fact]
    public async Task Client_AsMade_HasTheDocumentedDefaults()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);

        Assert.Equal(server.Url, client.Url);
        Assert.Equal(TimeSpan.FromSeconds(5), client.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), client.ReconnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), client.ErrorReconnectTimeout);
        Assert.Null(client.LostReconnectTimeout);
        Assert.True(client.IsReconnectionEnabled);
        Assert.True(client.IsTextMessageConversionEnabled);
        Assert.False(client.IsStarted);
        Assert.False(client.IsRunning);
        Assert.Throws<WebsocketBadInputException>(() => new WebsocketClient(null!));
    }

    [Fact]
    public async Task Start_WhenServed_ConnectsOnce()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url, () =>
        {
            var socket = new ClientWebSocket();
            socket.Options.SetRequestHeader("x-probe", "from the factory");
            return socket;
        });
        var log = new ClientLog(client);

        await client.Start();
        await client.Start();

        Assert.Equal("from the factory", (await server.Next()).Header);
        Assert.Equal(ReconnectionType.Initial, await log.Connection());
        Assert.True(client.IsStarted);
        Assert.True(client.IsRunning);
    }

    [Fact]
    public async Task MessageReceived_GivesWholeMessagesInOrder()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        var connection = await server.Next();
        var large = new string('x', 100_000);

        await connection.PushPart("one ", endOfMessage: false);
        await connection.PushPart("é", endOfMessage: true);
        await connection.Push(large);
        await connection.Push([1, 2, 255], WebSocketMessageType.Binary);
        await connection.Push("");

        Assert.Equal("one é", (await log.Message()).Text);
        Assert.Equal(large, (await log.Message()).Text);
        var binary = await log.Message();
        Assert.Equal((WebSocketMessageType.Binary, "Type binary, length: 3"), (binary.MessageType, binary.ToString()));
        Assert.Equal([1, 2, 255], binary.Binary);
        Assert.Null(binary.Text);
        Assert.Equal("", (await log.Message()).Text);
    }

    [Fact]
    public async Task MessageReceived_WithoutTextConversion_GivesBytes()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url) { IsTextMessageConversionEnabled = false };
        var log = new ClientLog(client);
        await client.Start();

        await (await server.Next()).Push("text");

        var message = await log.Message();
        Assert.Equal(WebSocketMessageType.Binary, message.MessageType);
        Assert.Equal(Encoding.UTF8.GetBytes("text"), message.Binary);
    }

    [Fact]
    public async Task MessageEncoding_IsUsedBothWays()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url) { MessageEncoding = Encoding.Latin1, IsReconnectionEnabled = false };
        await client.Start();
        var connection = await server.Next();

        // A lone Latin-1 byte would be no UTF-8, which a server may refuse; as UTF-8 it is two.
        var log = new ClientLog(client);
        await connection.Push("é");

        Assert.Equal("Ã©", (await log.Message()).Text);
    }

    [Fact]
    public async Task Send_WhenConnected_KeepsTheOrder()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        await client.Start();
        var connection = await server.Next();

        foreach (var n in Enumerable.Range(0, 200))
        {
            Assert.True(client.Send($"message {n}"));
        }

        foreach (var n in Enumerable.Range(0, 200))
        {
            Assert.Equal((WebSocketMessageType.Text, $"message {n}"), await connection.Receive());
        }
    }

    [Fact]
    public async Task Send_BeforeTheStart_IsKeptForTheConnection()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);

        Assert.True(client.Send("early"));
        await client.Start();

        Assert.Equal("early", (await (await server.Next()).Receive()).Text);
    }

    [Fact]
    public async Task Send_OfNothing_IsRefused()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);

        Assert.Throws<WebsocketBadInputException>(() => client.Send(""));
        Assert.Throws<WebsocketBadInputException>(() => client.Send((string)null!));
    }

    [Fact]
    public async Task SendInstant_WhenConnected_HasSentWhenItReturns()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        await client.Start();
        var connection = await server.Next();

        await client.SendInstant("text");
        await client.SendInstant("bytes"u8.ToArray());

        Assert.Equal((WebSocketMessageType.Text, "text"), await connection.Receive());
        Assert.Equal((WebSocketMessageType.Binary, "bytes"), await connection.Receive());
    }

    [Fact]
    public async Task SendInstant_WithoutAConnection_DropsTheMessage()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);

        await client.SendInstant("lost");
        await client.Start();
        await client.SendInstant("arrives");

        Assert.Equal("arrives", (await (await server.Next()).Receive()).Text);
    }

    [Fact]
    public async Task Stop_WhenConnected_ClosesInDueFormAndStaysDown()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        var connection = await server.Next();

        var stop = client.Stop(WebSocketCloseStatus.NormalClosure, "done");
        Assert.Equal((WebSocketMessageType.Close, "NormalClosure: done"), await connection.Receive());
        await connection.AnswerClose();

        Assert.True(await stop.InTime());
        Assert.Equal(DisconnectionType.ByUser, (await log.Disconnection()).Type);
        Assert.False(client.IsStarted);
        Assert.False(client.IsRunning);
        Assert.False(log.HasDisconnection);
    }

    [Fact]
    public async Task Stop_WhenNotStarted_SaysSo()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);

        Assert.False(await client.Stop(WebSocketCloseStatus.NormalClosure, "done"));
    }

    [Fact]
    public async Task Start_AfterStop_ConnectsAgain()
    {
        await using var server = await PushServer.Start();
        using var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        var first = await server.Next();
        var stop = client.Stop(WebSocketCloseStatus.NormalClosure, "done");
        await first.Receive();
        await first.AnswerClose();
        await stop.InTime();

        await client.Start();
        var second = await server.Next();
        client.Send("again");

        Assert.Equal("again", (await second.Receive()).Text);
        Assert.Equal(ReconnectionType.Initial, await log.Connection());
        Assert.Equal(ReconnectionType.Initial, await log.Connection());
    }

    [Fact]
    public async Task Dispose_EndsTheConnectionAndEveryObservable()
    {
        await using var server = await PushServer.Start();
        var client = new WebsocketClient(server.Url);
        var log = new ClientLog(client);
        await client.Start();
        var connection = await server.Next();

        client.Dispose();

        Assert.Equal(DisconnectionType.Exit, (await log.Disconnection()).Type);
        await log.Completed;
        await connection.Ended.InTime();
        Assert.False(client.IsRunning);
        Assert.False(client.Send("late"));
        await Assert.ThrowsAsync<WebsocketException>(client.Start);
    }
}
