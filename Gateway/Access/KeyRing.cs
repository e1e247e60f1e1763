using Microsoft.Extensions.Options;

namespace OrleansGameState.Gateway.Access;

/// <summary>The keys that are let in: those of the settings, else the one that was made at the first start.</summary>
internal sealed class KeyRing(IOptions<GatewayOptions> options)
{
    private volatile IReadOnlyList<ApiKey> _keys =
        [.. options.Value.ApiKeys.Select(key => new ApiKey(key.Name, Convert.FromHexString(key.Sha256), Scopes.Split(key.Scopes)))];

    public bool IsEmpty => _keys.Count == 0;

    public void Add(ApiKey key) => _keys = [.. _keys, key];

    /// <summary>The key with this text; null where there is none. All are looked at, so that time tells nothing.</summary>
    public ApiKey? Find(string text)
    {
        var hash = KeyHash.Of(text);
        ApiKey? found = null;
        foreach (var key in _keys)
        {
            found = key.Is(hash) ? key : found;
        }

        return found;
    }
}
