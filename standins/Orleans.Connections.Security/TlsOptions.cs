using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;

namespace Orleans.Connections.Security;

/// <summary>TLS between silos, and between clients and silos.</summary>
public class TlsOptions
{
    private TimeSpan _handshakeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>This process' own certificate, with its private key.</summary>
    public X509Certificate2? LocalCertificate { get; set; }

    /// <summary>What a connecting process asks of the one it calls.</summary>
    public RemoteCertificateMode RemoteCertificateMode { get; set; } = RemoteCertificateMode.RequireCertificate;

    /// <summary>What an accepting process asks of the one that calls.</summary>
    public RemoteCertificateMode ClientCertificateMode { get; set; } = RemoteCertificateMode.AllowCertificate;

    /// <summary>Decides on the other's certificate, in place of the usual checks.</summary>
    public RemoteCertificateValidator? RemoteCertificateValidation { get; set; }

    /// <summary>The versions accepted.</summary>
    public SslProtocols SslProtocols { get; set; } = SslProtocols.Tls13 | SslProtocols.Tls12;

    /// <summary>Whether revocation lists are asked.</summary>
    public bool CheckCertificateRevocation { get; set; }

    /// <summary>Called before each handshake of an accepting process.</summary>
    public Action<ConnectionContext, TlsServerAuthenticationOptions>? OnAuthenticateAsServer { get; set; }

    /// <summary>Called before each handshake of a connecting process: the place to set the name that is expected.</summary>
    public Action<ConnectionContext, TlsClientAuthenticationOptions>? OnAuthenticateAsClient { get; set; }

    /// <summary>How long a handshake may take; more than 0, or infinite.</summary>
    public TimeSpan HandshakeTimeout
    {
        get => _handshakeTimeout;
        set
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            }

            _handshakeTimeout = value == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : value;
        }
    }

    /// <summary>Accepts every certificate: for tests.</summary>
    public void AllowAnyRemoteCertificate() => RemoteCertificateValidation = static (_, _, _) => true;
}
