using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Orleans.Connections.Security;

/// <summary>Decides on the other side's certificate.</summary>
public delegate bool RemoteCertificateValidator(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors policyErrors);
