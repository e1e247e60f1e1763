using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Orleans.Connections.Security;

/// <summary>One handshake of an accepting process.</summary>
public class TlsServerAuthenticationOptions
{
    /// <summary>The certificate it shows.</summary>
    public X509Certificate? ServerCertificate { get; set; }

    /// <summary>Whether the other has to show one.</summary>
    public bool ClientCertificateRequired { get; set; }

    /// <summary>The versions accepted.</summary>
    public SslProtocols EnabledSslProtocols { get; set; }

    /// <summary>Whether revocation lists are asked.</summary>
    public X509RevocationMode CertificateRevocationCheckMode { get; set; }
}
