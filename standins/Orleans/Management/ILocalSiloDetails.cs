namespace Orleans.Runtime;

/// <summary>The silo of this process.</summary>
public interface ILocalSiloDetails
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Its cluster's name.</summary>
    string ClusterId { get; }

    /// <summary>Its host's name.</summary>
    string DnsHostName { get; }

    /// <summary>Which silo this is.</summary>
    SiloAddress SiloAddress { get; }

    /// <summary>Where clients reach it; null where they do not.</summary>
    SiloAddress GatewayAddress { get; }
}
