namespace Orleans.Connections.Security;

/// <summary>Whether the other side has to show a certificate.</summary>
public enum RemoteCertificateMode
{
    NoCertificate,
    AllowCertificate,
    RequireCertificate,
}
