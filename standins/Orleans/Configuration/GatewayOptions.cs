namespace Orleans.Configuration;

/// <summary>How clients find silos. Without effect in one process.</summary>
public class GatewayOptions
{
    public const int DEFAULT_PREFERED_GATEWAY_INDEX = -1;

    /// <summary>How often the list of silos is read.</summary>
    public TimeSpan GatewayListRefreshPeriod { get; set; } = TimeSpan.FromMinutes(1);

    public int PreferredGatewayIndex { get; set; } = DEFAULT_PREFERED_GATEWAY_INDEX;
}
