using System.IO.Compression;
using Grpc.Core;
using Grpc.Net.Compression;
using Xunit;

namespace OrleansGameState.Standins.Tests.Grpc;

/// <summary>The contract types by themselves, and the corners that services use less.</summary>
public sealed class ContractTests
{
    [Fact]
    public void CallOptions_WithAChange_LeaveTheOriginalAlone()
    {
        var deadline = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var headers = new Metadata();
        using var stop = new CancellationTokenSource();
        var plain = new CallOptions();

        var changed = plain.WithDeadline(deadline).WithHeaders(headers).WithCancellationToken(stop.Token)
            .WithWaitForReady().WithWriteOptions(new WriteOptions(WriteFlags.NoCompress));

        Assert.Equal(deadline, changed.Deadline);
        Assert.Same(headers, changed.Headers);
        Assert.Equal(stop.Token, changed.CancellationToken);
        Assert.True(changed.IsWaitForReady);
        Assert.Equal(WriteFlags.NoCompress, changed.WriteOptions!.Flags);
        Assert.False(changed.WithWaitForReady(false).IsWaitForReady);
        Assert.Null(plain.Deadline);
        Assert.Null(plain.Headers);
        Assert.False(plain.IsWaitForReady);
        Assert.Equal(default, WriteOptions.Default.Flags);
    }

    [Fact]
    public void Marshaller_OfArrays_AlsoServesContexts()
    {
        var marshaller = Marshallers.StringMarshaller;
        var written = new Payload();

        marshaller.ContextualSerializer("é", written);

        Assert.Equal([0xC3, 0xA9], written.Bytes);
        Assert.Equal("é", marshaller.ContextualDeserializer(new Received(written.Bytes)));
        Assert.Equal("é", marshaller.Deserializer(marshaller.Serializer("é")));
    }

    [Fact]
    public void Marshaller_OfContexts_ServesNoArrays()
    {
        var marshaller = Marshallers.Create<string>((_, _) => { }, _ => "");

        Assert.Throws<NotImplementedException>(() => marshaller.Serializer("text"));
        Assert.Throws<NotImplementedException>(() => marshaller.Deserializer([]));
    }

    [Fact]
    public void Contexts_ByThemselves_ImplementNothing()
    {
        Assert.Throws<NotImplementedException>(() => new Received([]).PayloadAsReadOnlySequence());
        Assert.Throws<NotImplementedException>(() => new Payload().GetBufferWriter());
        Assert.Throws<NotImplementedException>(new Payload().Complete);
        new Payload().SetPayloadLength(1);
    }

    [Fact]
    public void Method_NamesItsPath()
    {
        var method = new Method<string, string>(
            MethodType.DuplexStreaming, "probe.v1.Probe", "Chat", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        Assert.Equal("/probe.v1.Probe/Chat", method.FullName);
        Assert.Throws<ArgumentNullException>(() => new Method<string, string>(
            MethodType.Unary, null!, "Chat", Marshallers.StringMarshaller, Marshallers.StringMarshaller));
    }

    [Fact]
    public void ServiceDefinition_BindsEachMethodOnce()
    {
        var definition = Probe.BindService(new ProbeService());
        var binder = new NamingBinder();

        definition.BindService(binder);

        Assert.Equal(["Echo"], binder.Unary);
        var method = new Method<string, string>(
            MethodType.Unary, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, (text, _) => Task.FromResult(text));
        Assert.Throws<ArgumentException>(() => builder.AddMethod(method, (text, _) => Task.FromResult(text)));
    }

    [Fact]
    public async Task Interceptor_OnTheServer_SeesTheKindsItOverrides()
    {
        await using var server = await ProbeServer.Start(options => options.Interceptors.Add<CountingInterceptor>());

        using var unary = server.Client.EchoAsync(new ProbeRequest());
        await unary;
        Assert.Equal("unary", unary.GetTrailers().GetValue("kind"));

        using var streaming = server.Client.Count(new ProbeRequest { Number = 1 });
        Assert.Single(await streaming.ResponseStream.ReadAllAsync().ToListAsync());
        Assert.Equal("server streaming", streaming.GetTrailers().GetValue("kind"));

        using var sum = server.Client.Sum();
        await sum.RequestStream.CompleteAsync();
        Assert.Equal(0, (await sum).Number);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compression_WhenTheServerUsesIt_IsUnderstood(string algorithm)
    {
        await using var server = await ProbeServer.Start(options =>
        {
            options.ResponseCompressionAlgorithm = algorithm;
            options.CompressionProviders = [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)];
        });
        using var channel = global::Grpc.Net.Client.GrpcChannel.ForAddress(server.Address, new()
        {
            CompressionProviders = [new GzipCompressionProvider(CompressionLevel.Fastest), new DeflateCompressionProvider(CompressionLevel.Fastest)],
        });
        var text = new string('x', 10_000);

        using var call = new Probe.ProbeClient(channel).EchoAsync(new ProbeRequest { Text = text });

        Assert.Equal(text, (await call).Text);
    }

    [Fact]
    public void WithHost_GivesAClientThatPassesItOn()
    {
        var invoker = new HostNotingInvoker();
        var client = new Probe.ProbeClient(invoker);

        Assert.Equal("null", client.Echo(new ProbeRequest()).Text);
        Assert.Equal("game.example", client.WithHost("game.example").Echo(new ProbeRequest()).Text);
        Assert.Equal("null", client.Echo(new ProbeRequest()).Text);
        Assert.Throws<ArgumentNullException>(() => client.WithHost(null!));
    }

    [Fact]
    public async Task AuthContext_OfATextConnection_NamesNobody()
    {
        var properties = new Dictionary<string, List<AuthProperty>> { ["name"] = [AuthProperty.Create("name", "me"u8.ToArray())] };

        Assert.Equal("me", Assert.Single(new AuthContext("name", properties).PeerIdentity).Value);
        Assert.Empty(new AuthContext(null, properties).PeerIdentity);
        Assert.Empty(new AuthContext(null, properties).FindPropertiesByName("other"));

        await using var server = await ProbeServer.Start();
        await server.Client.EchoAsync(new ProbeRequest());
        Assert.False(server.Service.LastCall!.IsAuthenticated);
    }

    private sealed class Payload : SerializationContext
    {
        public byte[] Bytes { get; private set; } = [];

        public override void Complete(byte[] payload) => Bytes = payload;
    }

    private sealed class Received(byte[] bytes) : DeserializationContext
    {
        public override int PayloadLength => bytes.Length;

        public override byte[] PayloadAsNewBuffer() => bytes;
    }

    private sealed class NamingBinder : ServiceBinderBase
    {
        public List<string> Unary { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) => Unary.Add(method.Name);

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        {
        }
    }
}
