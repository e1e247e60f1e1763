using System.Security.Cryptography.X509Certificates;
using OrleansGameState.Hosting.Tls;

namespace OrleansGameState.Hosting.Tests.Tls;

public sealed class ClusterTlsTests : IDisposable
{
    private readonly Authority _authority = new();

    [Fact]
    public void Certificate_OfTheAuthority_IsOfTheCluster()
    {
        var (certificate, key) = _authority.Sign("silo");
        var certificates = ClusterCertificates.Read(new() { CertificateFile = certificate, KeyFile = key, AuthorityFile = _authority.File });

        using var other = X509CertificateLoader.LoadCertificateFromFile(_authority.Sign("other").Certificate);
        Assert.True(certificates.Own.HasPrivateKey);
        Assert.True(certificates.IsOfCluster(other));
    }

    [Fact]
    public void Certificate_OfAnotherAuthorityOfThatName_IsForeign()
    {
        using var foreign = new Authority();
        var (certificate, key) = _authority.Sign("silo");
        var certificates = ClusterCertificates.Read(new() { CertificateFile = certificate, KeyFile = key, AuthorityFile = _authority.File });

        using var other = X509CertificateLoader.LoadCertificateFromFile(foreign.Sign("silo").Certificate);
        Assert.False(certificates.IsOfCluster(other));
    }

    [Fact]
    public void Options_ThatAreWhole_AreValid()
    {
        var (certificate, key) = _authority.Sign("silo");

        Assert.Empty(ClusterTlsValidation.Failures(new()));
        Assert.Empty(ClusterTlsValidation.Failures(new() { CertificateFile = certificate, KeyFile = key, AuthorityFile = _authority.File }));
    }

    [Fact]
    public void Options_ThatAreNot_AreNamed()
    {
        var (certificate, key) = _authority.Sign("silo");

        Assert.Contains("Cluster:Tls:CertificateFile is not set", Failure(new() { AuthorityFile = _authority.File }), StringComparison.Ordinal);
        Assert.Contains("Cluster:Tls:AuthorityFile is not set", Failure(new() { CertificateFile = certificate, KeyFile = key }), StringComparison.Ordinal);
        Assert.Contains("missing.pem", Failure(new() { CertificateFile = "missing.pem", AuthorityFile = _authority.File }), StringComparison.Ordinal);
        Assert.Contains("holds no certificate", Failure(new() { CertificateFile = certificate, KeyFile = key, AuthorityFile = key }), StringComparison.Ordinal);
        Assert.StartsWith("Cluster:Tls: ", Failure(new() { CertificateFile = certificate, AuthorityFile = _authority.File }), StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();

    private static string Failure(ClusterTlsOptions options) => Assert.Single(ClusterTlsValidation.Failures(options));
}
