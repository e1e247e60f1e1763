namespace Orleans.Dashboard;

/// <summary>Says that the dashboard was added.</summary>
internal sealed class DashboardMarker;
