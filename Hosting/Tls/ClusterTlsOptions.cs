namespace OrleansGameState.Hosting.Tls;

/// <summary>Settings under <c>Cluster:Tls</c>: TLS between silos, and between them and the processes beside them. Off where nothing is set.</summary>
internal sealed class ClusterTlsOptions
{
    /// <summary>This process' certificate: a PEM file, with <see cref="KeyFile"/>, or a PKCS #12 file.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The key of a PEM certificate; null where it is in the same file.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Of the PKCS #12 file, or of the key; null where there is none.</summary>
    public string? Password { get; set; }

    /// <summary>PEM: the certificates of who signs those of the cluster's processes. Whoever has one of theirs is of the cluster.</summary>
    public string? AuthorityFile { get; set; }

    public bool IsOn => CertificateFile is { Length: > 0 } || KeyFile is { Length: > 0 } || AuthorityFile is { Length: > 0 };
}
