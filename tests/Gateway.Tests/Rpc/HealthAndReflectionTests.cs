using Google.Protobuf.Reflection;
using Grpc.Core;
using OrleansGameState.Gateway.Rpc.Health;
using OrleansGameState.Gateway.Rpc.Reflection.V1;
using Alpha = OrleansGameState.Gateway.Rpc.Reflection.V1Alpha;
using ServingStatus = OrleansGameState.Gateway.Rpc.Health.HealthCheckResponse.Types.ServingStatus;

namespace OrleansGameState.Gateway.Tests.Rpc;

[Collection(SharedGateway.Name)]
public sealed class HealthAndReflectionTests(SharedGateway shared)
{
    private readonly Health.HealthClient _health = new(shared.Host.Channel);

    [Theory]
    [InlineData("")]
    [InlineData("gamestate.territory.v1.TerritoryService")]
    [InlineData("gamestate.starsystems.v1.StarSystemService")]
    public async Task Check_OfAServedService_IsServing(string service) =>
        Assert.Equal(ServingStatus.Serving, (await _health.CheckAsync(new() { Service = service })).Status);

    [Fact]
    public async Task Check_OfAnUnknownService_IsNotFound() =>
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => _health.CheckAsync(new() { Service = "x" }).ResponseAsync)).StatusCode);

    [Fact]
    public async Task Watch_OfAnUnknownService_SaysSo()
    {
        using var call = _health.Watch(new() { Service = "x" });

        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.Equal(ServingStatus.ServiceUnknown, call.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Reflection_ListsServicesAndGivesTheirFiles()
    {
        using var call = new ServerReflection.ServerReflectionClient(shared.Host.Channel).ServerReflectionInfo();

        var services = (await Ask(call, new() { ListServices = "" })).ListServicesResponse.Service.Select(service => service.Name);
        var files = (await Ask(call, new() { FileContainingSymbol = "gamestate.territory.v1.TerritoryService.GetZone" })).FileDescriptorResponse;
        var byName = (await Ask(call, new() { FileByFilename = "google/protobuf/timestamp.proto" })).FileDescriptorResponse;
        var extensions = await Ask(call, new() { AllExtensionNumbersOfType = "gamestate.territory.v1.Zone" });
        var unknown = await Ask(call, new() { FileByFilename = "nothing.proto" });

        Assert.Equal(
            ["gamestate.sectors.v1.SectorService", "gamestate.starsystems.v1.StarSystemService", "gamestate.territory.v1.TerritoryService", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            services);
        Assert.Equal(
            ["gamestate/territory/v1/territory.proto", "google/protobuf/timestamp.proto"],
            files.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes).Name));
        Assert.Single(byName.FileDescriptorProto);
        Assert.Equal("gamestate.territory.v1.Zone", extensions.AllExtensionNumbersResponse.BaseTypeName);
        Assert.Equal((int)StatusCode.NotFound, unknown.ErrorResponse.ErrorCode);
        Assert.Equal("nothing.proto", unknown.OriginalRequest.FileByFilename);
    }

    [Fact]
    public async Task Reflection_ByItsFormerName_GivesTheSame()
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(shared.Host.Channel).ServerReflectionInfo();

        await call.RequestStream.WriteAsync(new() { FileContainingSymbol = "grpc.health.v1.Health" });
        Assert.True(await call.ResponseStream.MoveNext(default));

        var file = Assert.Single(call.ResponseStream.Current.FileDescriptorResponse.FileDescriptorProto);
        Assert.Equal("grpc/health/v1/health.proto", FileDescriptorProto.Parser.ParseFrom(file).Name);
    }

    private static async Task<ServerReflectionResponse> Ask(
        AsyncDuplexStreamingCall<ServerReflectionRequest, ServerReflectionResponse> call,
        ServerReflectionRequest request)
    {
        await call.RequestStream.WriteAsync(request);
        Assert.True(await call.ResponseStream.MoveNext(default));
        return call.ResponseStream.Current;
    }
}
