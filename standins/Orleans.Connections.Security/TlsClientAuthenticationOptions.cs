using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Orleans.Connections.Security;

/// <summary>One handshake of a connecting process.</summary>
public class TlsClientAuthenticationOptions
{
    /// <summary>The certificates it may show.</summary>
    public X509CertificateCollection? ClientCertificates { get; set; }

    /// <summary>The versions accepted.</summary>
    public SslProtocols EnabledSslProtocols { get; set; }

    /// <summary>Whether revocation lists are asked.</summary>
    public X509RevocationMode CertificateRevocationCheckMode { get; set; }

    /// <summary>The name the other's certificate has to bear.</summary>
    public string? TargetHost { get; set; }
}
