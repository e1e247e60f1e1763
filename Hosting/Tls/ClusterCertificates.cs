using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrleansGameState.Hosting.Tls;

/// <summary>What a process shows the others, and whom it believes.</summary>
internal sealed class ClusterCertificates
{
    private readonly X509Certificate2Collection _authorities;

    private ClusterCertificates(X509Certificate2 own, X509Certificate2Collection authorities) => (Own, _authorities) = (own, authorities);

    public X509Certificate2 Own { get; }

    /// <exception cref="CryptographicException">A file holds something else, or the password is another.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static ClusterCertificates Read(ClusterTlsOptions options)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(options.AuthorityFile!);
        if (authorities.Count == 0)
        {
            throw new CryptographicException($"{options.AuthorityFile} holds no certificate.");
        }

        return new(ReadOwn(options, options.CertificateFile!), authorities);
    }

    /// <summary>
    /// True for whoever was given a certificate by an authority of the cluster, for whatever name: silos find each other by
    /// address in a table that only they can write.
    /// </summary>
    public bool IsOfCluster(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    private static X509Certificate2 ReadOwn(ClusterTlsOptions options, string file)
    {
        if (X509Certificate2.GetCertContentType(file) == X509ContentType.Pkcs12)
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, options.Password);
        }

        return options.Password is { Length: > 0 } password
            ? X509Certificate2.CreateFromEncryptedPemFile(file, password, options.KeyFile)
            : X509Certificate2.CreateFromPemFile(file, options.KeyFile);
    }
}
