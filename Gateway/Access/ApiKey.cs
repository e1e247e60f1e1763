using System.Security.Cryptography;

namespace OrleansGameState.Gateway.Access;

/// <summary>A key that is let in.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Hash">Its SHA-256.</param>
/// <param name="Scopes">What it is good for.</param>
internal sealed record ApiKey(string Name, byte[] Hash, IReadOnlyCollection<string> Scopes)
{
    /// <summary>Whether this hash is its own; takes as long whatever the answer.</summary>
    public bool Is(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);
}
