using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Access;

namespace OrleansGameState.Gateway.Tests.Access;

public sealed class GateTests : IDisposable
{
    private readonly FailedKeys _failures = new();
    private readonly Gate _gate;

    public GateTests()
    {
        var options = Options.Create(new GatewayOptions
        {
            ApiKeys =
            [
                new() { Name = "admin", Sha256 = Convert.ToHexString(KeyHash.Of("right")), Scopes = "admin" },
                new() { Name = "guest", Sha256 = Convert.ToHexStringLower(KeyHash.Of("small")), Scopes = "sectors" },
            ],
        });
        _gate = new(new KeyRing(options), _failures, NullLogger<Gate>.Instance);
    }

    [Theory]
    [InlineData("GET", "right", null, 204)]
    [InlineData("POST", "right", null, 204)]
    [InlineData("GET", null, "Basic anyone:right", 204)]
    [InlineData("GET", null, "basic :right", 204)]
    [InlineData("POST", null, "Basic anyone:right", 401)]
    [InlineData("GET", null, "Basic anyone:wrong", 401)]
    [InlineData("GET", null, "Basic anyone:", 401)]
    [InlineData("GET", null, "Basic right", 401)]
    [InlineData("GET", null, "Bearer right", 401)]
    [InlineData("GET", null, "Basic %%%", 401)]
    [InlineData("GET", null, null, 401)]
    [InlineData("GET", "Right", null, 401)]
    [InlineData("GET", "small", null, 403)]
    public async Task Request_WithAKey_PassesWhereItHasTheScope(string method, string? header, string? authorization, int status) =>
        Assert.Equal(status, (await Ask(method, header, authorization)).StatusCode);

    [Fact]
    public async Task Request_WithoutAKey_IsAskedForOneAsABrowserUnderstands()
    {
        var response = await Ask("GET");

        Assert.StartsWith("Basic realm=", response.Headers.WWWAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.ContentType);
    }

    [Fact]
    public async Task WrongKeys_TooMany_KeepTheirAddressOutAndNoOther()
    {
        for (var i = 0; i < FailedKeys.AtOnce; i++)
        {
            Assert.Equal(401, (await Ask("GET", "wrong")).StatusCode);
        }

        var response = await Ask("GET", "right");

        Assert.Equal(429, response.StatusCode);
        Assert.Equal("1", response.Headers.RetryAfter);
        Assert.Equal(204, (await Ask("GET", "right", remote: "192.0.2.2")).StatusCode);
    }

    [Fact]
    public async Task Requests_WithoutAKey_DoNotCount()
    {
        for (var i = 0; i <= FailedKeys.AtOnce; i++)
        {
            await Ask("GET");
        }

        Assert.Equal(204, (await Ask("GET", "right")).StatusCode);
    }

    [Theory]
    [InlineData(null, "16")]
    [InlineData("wrong", "16")]
    [InlineData("small", "7")]
    public async Task Call_OverGrpc_IsRefusedAsGrpcHasIt(string? key, string status)
    {
        var response = await Ask("POST", key, contentType: "application/grpc");

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(status, response.Headers["grpc-status"]);
        Assert.Equal(204, (await Ask("POST", "right", contentType: "application/grpc")).StatusCode);
    }

    public void Dispose() => _failures.Dispose();

    private async Task<HttpResponse> Ask(string method, string? header = null, string? authorization = null, string remote = "192.0.2.1", string? contentType = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.ContentType = contentType;
        context.Request.Protocol = contentType is null ? "HTTP/1.1" : "HTTP/2";
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        if (header is not null)
        {
            context.Request.Headers["x-api-key"] = header;
        }

        if (authorization is not null)
        {
            context.Request.Headers.Authorization = Encoded(authorization);
        }

        await _gate.Pass(context, Scopes.Admin, passed =>
        {
            passed.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        return context.Response;
    }

    private static string Encoded(string authorization) => authorization.Split(' ') switch
    {
        [var scheme, var pair] when pair != "%%%" => $"{scheme} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}",
        _ => authorization,
    };
}
