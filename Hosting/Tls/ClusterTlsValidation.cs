using System.Security.Cryptography;

namespace OrleansGameState.Hosting.Tls;

/// <summary>Reads the files once, so that one that is wrong stops the start and not the first connection.</summary>
internal static class ClusterTlsValidation
{
    private const string Section = $"{ClusterOptions.Section}:{nameof(ClusterOptions.Tls)}";

    public static IEnumerable<string> Failures(ClusterTlsOptions options)
    {
        if (!options.IsOn)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(options.CertificateFile))
        {
            yield return $"{Section}:{nameof(options.CertificateFile)} is not set; name this process' certificate, or leave out all of {Section}.";
        }
        else if (string.IsNullOrEmpty(options.AuthorityFile))
        {
            yield return $"{Section}:{nameof(options.AuthorityFile)} is not set; name the certificates of who signs those of the cluster, or leave out all of {Section}.";
        }
        else if (Unreadable(options) is { } reason)
        {
            yield return $"{Section}: {reason} {nameof(options.CertificateFile)} and {nameof(options.AuthorityFile)} name PEM files; the key is in {nameof(options.KeyFile)} or in the certificate's file, which may be PKCS #12 as well.";
        }
    }

    private static string? Unreadable(ClusterTlsOptions options)
    {
        // What the certificates' own readers say of it names no file.
        if (new[] { options.CertificateFile, options.KeyFile, options.AuthorityFile }.FirstOrDefault(file => file is { Length: > 0 } && !File.Exists(file)) is { } missing)
        {
            return $"{missing} is not there.";
        }

        try
        {
            using var own = ClusterCertificates.Read(options).Own;
            return own.HasPrivateKey ? null : $"{options.CertificateFile} has no private key.";
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return exception.Message;
        }
    }
}
