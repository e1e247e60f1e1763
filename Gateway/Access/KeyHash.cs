using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrleansGameState.Gateway.Access;

/// <summary>Keys, and the hashes they are known by.</summary>
internal static class KeyHash
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;

    /// <summary>A key that nobody can guess; 43 characters that need no escaping anywhere.</summary>
    public static string MakeKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Of(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static bool IsHash(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigit);
}
