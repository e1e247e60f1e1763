namespace Orleans.Configuration;

/// <summary>How grains, and the client within their process, make calls.</summary>
public class SiloMessagingOptions : MessagingOptions;
