using OrleansGameState.Gateway.Http;

namespace OrleansGameState.Gateway.Access;

/// <summary>Lets a request through that carries a key with the scope.</summary>
internal sealed class Gate(KeyRing keys, FailedKeys failures, ILogger<Gate> logger)
{
    private static readonly Refusal NoKey = new(StatusCodes.Status401Unauthorized, 16, "Unauthorized", $"This needs a key in {Credentials.Header}; a browser may give it as the password.");
    private static readonly Refusal WrongKey = NoKey with { Detail = "There is no such key." };
    private static readonly Refusal TooMany = new(StatusCodes.Status429TooManyRequests, 8, "Too many requests", "Too many wrong keys from this address; try again in 1 s.");

    public Task Pass(HttpContext context, string scope, RequestDelegate next) =>
        Refuse(context, scope) is { } refusal ? refusal.Write(context) : next(context);

    private Refusal? Refuse(HttpContext context, string scope)
    {
        if (Credentials.Find(context.Request) is not { } text)
        {
            return NoKey;
        }

        var remote = context.Connection.RemoteIpAddress;
        if (failures.IsUsedUp(remote))
        {
            return TooMany;
        }

        if (keys.Find(text) is not { } key)
        {
            failures.Count(remote);
            Log.KeyRefused(logger, remote?.ToString(), context.Request.Path.Value);
            return WrongKey;
        }

        return key.Scopes.Contains(scope)
            ? null
            : new(StatusCodes.Status403Forbidden, 7, "Forbidden", $"The key '{key.Name}' has not the scope '{scope}'.");
    }

    private sealed record Refusal(int Status, int GrpcStatus, string Title, string Detail)
    {
        public Task Write(HttpContext context)
        {
            var headers = context.Response.Headers;
            if (context.Request.IsGrpc())
            {
                return GrpcRefusal.Write(context, GrpcStatus, Detail);
            }

            if (Status == StatusCodes.Status401Unauthorized)
            {
                headers.WWWAuthenticate = "Basic realm=\"OrleansGameState\", charset=\"UTF-8\"";
            }
            else if (Status == StatusCodes.Status429TooManyRequests)
            {
                headers.RetryAfter = "1";
            }

            return new Problem(Status, Title, Detail, Credentials.Header).Write(context);
        }
    }
}
