using Orleans.Connections.Security;

namespace OrleansGameState.Hosting.Tls;

/// <summary>Has silos and the processes beside them speak TLS, and know each other by certificates on both sides.</summary>
internal static class ClusterTls
{
    public static ISiloBuilder UseClusterTls(this ISiloBuilder silo, ClusterOptions cluster) =>
        cluster.Tls.IsOn ? silo.UseTls(tls => Set(tls, ClusterCertificates.Read(cluster.Tls))) : silo;

    public static IClientBuilder UseClusterTls(this IClientBuilder client, ClusterOptions cluster) =>
        cluster.Tls.IsOn ? client.UseTls(tls => Set(tls, ClusterCertificates.Read(cluster.Tls))) : client;

    private static void Set(TlsOptions tls, ClusterCertificates certificates)
    {
        tls.LocalCertificate = certificates.Own;
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (certificate, _, _) => certificates.IsOfCluster(certificate);

        // Any will do, since none is compared; without one the handshake is not begun.
        tls.OnAuthenticateAsClient = static (_, handshake) => handshake.TargetHost = "silo";
    }
}
