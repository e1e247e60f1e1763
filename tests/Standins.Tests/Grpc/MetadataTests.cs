using Grpc.Core;
using Xunit;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>The rules for keys and values, and their way over the wire.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Entry_WhenTheKeyHasCapitals_IsKeptInLowerCase()
    {
        var metadata = new Metadata { { "X-Api-Key", "secret" } };

        Assert.Equal("x-api-key", metadata[0].Key);
        Assert.Equal("secret", metadata.GetValue("x-API-key"));
        Assert.Equal("secret"u8.ToArray(), metadata.GetValueBytes("x-api-key"));
        Assert.Equal("[Entry: key=x-api-key, value=secret]", metadata[0].ToString());
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("é")]
    [InlineData("a:b")]
    [InlineData("a/b")]
    public void Entry_WhenTheKeyIsNoHeaderName_IsRefused(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Entry_WhenSuffixAndValueDisagree_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", [1]));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry(null!, "text"));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("key", (string)null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata.Entry("key-bin", (byte[])null!));
        Assert.Throws<ArgumentNullException>(() => new Metadata { (Metadata.Entry)null! });
    }

    [Fact]
    public void Entry_WhenBinary_HoldsACopyAndHasNoText()
    {
        var bytes = new byte[] { 1, 2 };
        var entry = new Metadata.Entry("KEY-BIN", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.True(entry.IsBinary);
        Assert.Equal([1, 2], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void Get_WhenAKeyOccursTwice_GivesTheLastAndGetAllGivesBoth()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" }, { "A", "3" } };

        Assert.Equal("3", metadata.GetValue("a"));
        Assert.Equal(["1", "3"], metadata.GetAll("a").Select(entry => entry.Value));
        Assert.Null(metadata.Get("c"));
        Assert.Null(metadata.GetValue("c"));
        Assert.Null(metadata.GetValueBytes("c"));
        Assert.Equal(3, metadata.Count);
    }

    [Fact]
    public void Empty_WhenChanged_Refuses()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.False(new Metadata().IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
        Assert.Throws<InvalidOperationException>(Metadata.Empty.Clear);
    }

    [Fact]
    public async Task Metadata_OverTheWire_ComesBackAsHeadersAndTrailers()
    {
        await using var server = await ProbeServer.Start();
        var headers = new Metadata { { "X-Text", "plain" }, { "x-data-bin", [0, 127, 128, 255] }, { "x-twice", "1" }, { "x-twice", "2" } };

        using var call = server.Client.EchoAsync(new ProbeRequest { Text = "metadata" }, headers);
        var sent = await call.ResponseHeadersAsync;
        await call;

        foreach (var received in new[] { sent, call.GetTrailers() })
        {
            Assert.Equal("plain", received.GetValue("x-text"));
            Assert.Equal([0, 127, 128, 255], received.GetValueBytes("x-data-bin"));
            // What a client sends twice reaches the service as one.
            Assert.Equal("1, 2", Assert.Single(received.GetAll("x-twice")).Value);
        }
    }

    [Fact]
    public async Task CallCredentials_AddTheirMetadata()
    {
        await using var server = await ProbeServer.Start();
        var credentials = CallCredentials.FromInterceptor((context, metadata) =>
        {
            metadata.Add("x-method", context.MethodName);
            return Task.CompletedTask;
        });
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(server.Address, new()
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, credentials),
            UnsafeUseInsecureChannelCallCredentials = true,
        });

        using var call = new Probe.ProbeClient(channel).EchoAsync(new ProbeRequest { Text = "metadata" });
        await call;

        Assert.Equal("Echo", call.GetTrailers().GetValue("x-method"));
        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(credentials));
    }
}
