namespace NetMQ.Core.Zmtp;

/// <summary>The 64 bytes that each side begins with: signature, version, mechanism, role, padding.</summary>
internal static class Greeting
{
    public const int Size = 64;

    private const int SignatureEnd = 9;
    private const int Major = 10;
    private const int Mechanism = 12;
    private const int MechanismSize = 20;

    /// <summary>Ours: version 3.0 and no security.</summary>
    public static byte[] Ours()
    {
        var bytes = new byte[Size];
        bytes[0] = 0xff;
        bytes[SignatureEnd] = 0x7f;
        bytes[Major] = 3;
        Null.CopyTo(bytes.AsSpan(Mechanism));
        return bytes;
    }

    private static ReadOnlySpan<byte> Null => "NULL"u8;

    /// <summary>Looks at what has come so far, so that a stranger is found out before it stops speaking.</summary>
    /// <exception cref="ProtocolViolationException">This cannot become a greeting that is accepted.</exception>
    public static void Check(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 0 && bytes[0] != 0xff || bytes.Length > SignatureEnd && (bytes[SignatureEnd] & 1) == 0)
        {
            throw new ProtocolViolationException("no ZMTP greeting");
        }

        if (bytes.Length > Major && bytes[Major] < 3)
        {
            throw new ProtocolViolationException("an older ZMTP than 3.0");
        }

        if (bytes.Length >= Mechanism + MechanismSize)
        {
            var mechanism = bytes.Slice(Mechanism, MechanismSize).TrimEnd((byte)0);
            if (!mechanism.SequenceEqual(Null))
            {
                throw new ProtocolViolationException("another mechanism than NULL");
            }
        }
    }
}
